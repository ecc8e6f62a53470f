"""The container files keep their promises, as far as they can be read without Docker."""

import shlex

import yaml
from django.conf import settings
from django.test import SimpleTestCase

BASE = settings.BASE_DIR


class ComposeTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        compose = yaml.safe_load((BASE / "docker-compose.yml").read_text(encoding="utf-8"))
        cls.services, cls.volumes = compose["services"], compose["volumes"]

    def test_the_database_is_postgresql_18_with_letters(self):
        database = self.services["db"]
        self.assertRegex(database["image"], r"^postgres:18\b")
        self.assertEqual(
            shlex.split(database["environment"]["POSTGRES_INITDB_ARGS"]),
            [
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8",
            ],
        )

    def test_what_must_not_be_lost_is_on_volumes(self):
        self.assertIn("database:/var/lib/postgresql", self.services["db"]["volumes"])
        self.assertIn("media:/var/lib/newsroom", self.services["web"]["volumes"])
        self.assertEqual(set(self.volumes), {"database", "media"})

    def test_the_site_waits_for_its_tables_and_they_for_the_database(self):
        waits = self.services["web"]["depends_on"]
        self.assertEqual(waits["migrate"]["condition"], "service_completed_successfully")
        self.assertEqual(
            self.services["migrate"]["depends_on"]["db"]["condition"], "service_healthy"
        )
        self.assertIn("healthcheck", self.services["db"])
        self.assertIn("healthcheck", self.services["web"])

    def test_a_worker_runs_the_background_tasks_of_the_same_image(self):
        worker, web = self.services["worker"], self.services["web"]
        self.assertEqual(worker["command"], ["python", "manage.py", "work"])
        for part in ("image", "environment", "volumes", "depends_on", "read_only", "cap_drop"):
            with self.subTest(part):
                self.assertEqual(worker[part], web[part])
        self.assertEqual(worker["restart"], "unless-stopped")
        self.assertNotIn("ports", worker)

    def test_no_secret_has_a_default(self):
        for service in self.services.values():
            for name, value in service["environment"].items():
                if name in {"SECRET_KEY", "POSTGRES_PASSWORD", "PGPASSWORD"}:
                    with self.subTest(name):
                        self.assertRegex(value, r"^\$\{\w+:\?")

    def test_only_the_machine_itself_reaches_the_ports(self):
        self.assertNotIn("ports", self.services["db"])
        for port in self.services["web"]["ports"]:
            self.assertTrue(port.startswith("127.0.0.1:"))

    def test_no_process_gains_rights(self):
        for name, service in self.services.items():
            with self.subTest(name):
                self.assertIn("no-new-privileges:true", service["security_opt"])
        self.assertTrue(self.services["web"]["read_only"])


class DockerfileTests(SimpleTestCase):
    def test_the_site_runs_without_root_and_without_build_tools(self):
        text = (BASE / "Dockerfile").read_text(encoding="utf-8")
        stages = text.split("\nFROM ")[1:]
        self.assertEqual(len(stages), 2)
        lines = stages[-1].splitlines()
        user = next(number for number, line in enumerate(lines) if line.startswith("USER "))
        start = next(number for number, line in enumerate(lines) if line.startswith("CMD "))
        self.assertNotIn("root", lines[user])
        self.assertLess(user, start)
        self.assertNotIn("pip install", stages[-1])

    def test_the_image_holds_what_the_site_runs_on_and_no_more(self):
        lines = (BASE / ".dockerignore").read_text(encoding="utf-8").splitlines()
        kept = {line[1:] for line in lines if line.startswith("!")}
        self.assertIn("*", lines)
        self.assertLessEqual({"manage.py", "newsroom", "articles", "templates", "static"}, kept)
        self.assertTrue(kept.isdisjoint({".env", "var", "tests", ".git"}))
