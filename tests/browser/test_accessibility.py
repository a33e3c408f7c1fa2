"""The pages can be read by everyone: axe finds nothing to object to."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.entrance import log_in

PAGES = [
    "/nam/2024/",
    "/nam/2020/",
    "/van-ban-chi-dao/2024/",
    "/ke-hoach/2024/",
    "/ke-hoach/2024/?tim=khong+co",
    "/hoat-dong/2024/",
    "/hoat-dong/2020/",
    "/bao-cao/2024/",
    "/bao-cao/2024/ban-in/",
    "/khong-co/",
]


def objections(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["impact"], [node["html"] for node in one["nodes"]]) for one in found]


def test_no_page_shuts_anyone_out(each_page, an, year_of_work):
    page, found = each_page, {}
    page.goto("/dang-nhap/")
    found["/dang-nhap/"] = objections(page)
    log_in(page, "sai")
    found["sai mật khẩu"] = objections(page)
    log_in(page, "an")
    for address in PAGES:
        page.goto(address)
        found[address] = objections(page)
    assert {address: told for address, told in found.items() if told} == {}
