"""The newsroom's own site: its name, its first page, its order, its words."""

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from articles import roles, workflow
from newsroom.desk import WORK
from tests.makers import make_article, make_edition, make_user


class FirstPageTests(TestCase):
    def page(self, role):
        self.client.force_login(make_user(role))
        return self.client.get(reverse("admin:index"))

    def test_rooms_stand_in_the_order_of_use_and_accounts_last(self):
        groups = self.page("administrator").context["app_list"]
        names = [model["model"]._meta.model_name for model in groups[0]["models"]]
        self.assertEqual(names, list(WORK))
        self.assertEqual(groups[-1]["app_label"], "auth")
        shown = {model["model"] for group in groups for model in group["models"]}
        self.assertEqual(shown, set(admin.site._registry))

    def test_who_has_no_rights_is_told_so(self):
        user = User.objects.create_user("stranger", password="سر-للتجربة-فقط", is_staff=True)
        self.client.force_login(user)
        page = self.client.get(reverse("admin:index"))
        self.assertContains(page, "اطلبها من مسؤول النظام")
        self.assertNotIn("board", page.context)

    def test_the_door_bears_our_name_and_not_the_host(self):
        page = self.client.get(reverse("admin:login"))
        self.assertContains(page, "دخول غرفة الأخبار")
        self.assertContains(page, "wordmark__svg")
        self.assertNotContains(page, "testserver")
        self.assertNotContains(page, "جانغو")


class WordsTests(TestCase):
    def test_a_saved_change_is_not_called_an_addition(self):
        self.client.force_login(make_user("desk_editor"))
        article = make_article()
        answer = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))
        form = {
            **answer.context["adminform"].form.initial, "title_ar": "عنوان", "tags": "",
            "_save": "1", "published_at_0": "", "published_at_1": "", "image": "",
            "embargo_until_0": "", "embargo_until_1": "",
        }  # fmt: skip
        form = {name: "" if value is None else value for name, value in form.items()}
        for inline in ("bylines", "figures", "citations", "mentions"):
            form |= {f"{inline}-TOTAL_FORMS": "0", f"{inline}-INITIAL_FORMS": "0"}
        answer = self.client.post(reverse("admin:articles_article_change", args=[article.pk]), form)
        said = " ".join(str(one) for one in get_messages(answer.wsgi_request))
        self.assertIn("حُفظ", said)
        self.assertNotIn("إضافة", said)

    def test_our_words_come_before_those_of_django(self):
        with translation.override("ar"):
            self.assertEqual(gettext("History"), "السجل")
            self.assertEqual(gettext("Save and continue editing"), "احفظ وتابع")
            self.assertEqual(gettext("Place"), "مكان")


class AccountTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("administrator"))

    def test_a_new_account_gets_a_role_by_its_arabic_name(self):
        roles.repair()
        self.client.post(
            reverse("admin:auth_user_add"),
            {"username": "hiba", "usable_password": "true", "password1": "كلمة-طويلة-للتجربة",
             "password2": "كلمة-طويلة-للتجربة"},
        )  # fmt: skip
        user = User.objects.get(username="hiba")
        self.assertTrue(user.is_staff)
        page = self.client.get(reverse("admin:auth_user_change", args=[user.pk]))
        self.assertContains(page, "مراسل")
        group = Group.objects.get(name="reporter")
        self.client.post(
            reverse("admin:auth_user_change", args=[user.pk]),
            {"username": "hiba", "first_name": "هبة", "last_name": "", "email": "",
             "is_active": "on", "is_staff": "on", "groups": [group.pk]},
        )  # fmt: skip
        self.assertTrue(User.objects.get(pk=user.pk).has_perm("articles.add_article"))
        self.assertContains(self.client.get(reverse("admin:auth_user_changelist")), "هبة")

    def test_roles_are_not_edited_here(self):
        self.assertNotIn(Group, admin.site._registry)


class ListTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")
        self.client.force_login(self.editor)
        self.list = reverse("admin:articles_article_changelist")

    def test_state_is_a_word_and_says_when_readers_see_an_older_version(self):
        edition = make_edition()
        self.assertContains(self.client.get(self.list), "state--published")
        self.assertNotContains(self.client.get(self.list), "فيها تعديل لم يُنشر")
        workflow.edit(edition.article, {"title_ar": "عنوان أصحّ"})
        self.assertContains(self.client.get(self.list), "فيها تعديل لم يُنشر")
        workflow.publish(edition.article)
        self.assertNotContains(self.client.get(self.list), "فيها تعديل لم يُنشر")

    def test_mine_is_what_i_began_and_what_bears_my_name(self):
        make_article(title_ar="لغيري")
        workflow.create({"title_ar": "بدأته أنا"}, by=self.editor)
        page = self.client.get(self.list, {"whose": "mine"})
        self.assertContains(page, "بدأته أنا")
        self.assertNotContains(page, "لغيري")
