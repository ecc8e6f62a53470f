"""Where ``task`` comes from: Django itself, or for Django 5.2 the package that is the same.

from articles.tasks import task

@task
def forget_marks():
    ...

forget_marks.enqueue()     # a row in the database; a worker runs it once we have committed
forget_marks.call()        # here and now
"""

try:
    from django.tasks import TaskResultStatus, task
except ModuleNotFoundError:
    from django_tasks import TaskResultStatus, task

# The queue of what can not wait behind a long task: `@task(queue_name=PUNCTUAL)`. Keep those short.
PUNCTUAL = "punctual"

__all__ = ["PUNCTUAL", "TaskResultStatus", "task"]
