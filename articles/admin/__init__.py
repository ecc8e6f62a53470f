"""The newsroom's admin. Rules live below; admin only asks."""
