"""The addresses of an administrator's pages: /don-vi/2024/… and /nhat-ky/2024/, with the year of the navigation."""

from django.urls import path

from accounts.views import departments, enrolling, log, organisations, people


def administrator_urls():
    start = "don-vi/<year:year>"
    division, user = f"{start}/phong/<int:pk>", f"{start}/nguoi-dung/<int:pk>"
    department = f"{start}/co-quan/<int:pk>"
    return [
        path(f"{start}/", organisations.OrganisationPage.as_view(), name="organisation"),
        path(f"{start}/sua/", organisations.OrganisationEdit.as_view(), name="organisation_edit"),
        path(f"{start}/co-quan/", departments.Departments.as_view(), name="departments"),
        path(f"{start}/co-quan/them/", departments.DepartmentAdd.as_view(), name="department_add"),
        path(f"{department}/sua/", departments.DepartmentEdit.as_view(), name="department_edit"),
        path(f"{department}/ngung/", departments.DepartmentStop.as_view(), name="department_stop"),
        path(f"{department}/mo-lai/", departments.DepartmentResume.as_view(), name="department_resume"),
        path(
            f"{department}/ten/xac-nhan/", departments.NameConfirm.as_view(), name="department_name_confirm"
        ),
        path(f"{department}/ten/tu-choi/", departments.NameRefuse.as_view(), name="department_name_refuse"),
        path(f"{start}/co-quan/nhieu/", enrolling.DepartmentsReview.as_view(), name="department_rows"),
        path(f"{start}/phieu-mat-khau/", enrolling.Slips.as_view(), name="slips"),
        path(f"{start}/nguoi-dung/nhieu/", enrolling.PeopleReview.as_view(), name="user_rows"),
        path(f"{start}/phong/them/", organisations.DivisionAdd.as_view(), name="division_add"),
        path(f"{division}/sua/", organisations.DivisionEdit.as_view(), name="division_edit"),
        path(f"{division}/xoa/", organisations.DivisionRemove.as_view(), name="division_remove"),
        path(f"{start}/nguoi-dung/them/", people.UserAdd.as_view(), name="user_add"),
        path(f"{user}/", people.UserPage.as_view(), name="user"),
        path(f"{user}/sua/", people.UserEdit.as_view(), name="user_edit"),
        path(f"{user}/ngung/", people.UserDisable.as_view(), name="user_disable"),
        path(f"{user}/mo-lai/", people.UserEnable.as_view(), name="user_enable"),
        path(f"{user}/mat-khau/", people.UserPassword.as_view(), name="user_password"),
        *log_urls(),
    ]


def log_urls():
    start = "nhat-ky/<year:year>"
    site = f"{start}/toan-he-thong"
    return [
        path(f"{start}/", log.LogPage.as_view(), name="log"),
        path(f"{start}/bang-tinh/", log.LogSheet.as_view(), name="log_sheet"),
        path(f"{site}/", log.SiteLogPage.as_view(), name="log_of_site"),
        path(f"{site}/bang-tinh/", log.SiteLogSheet.as_view(), name="log_of_site_sheet"),
    ]
