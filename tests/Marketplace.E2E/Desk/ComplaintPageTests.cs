using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>Somebody says that something is wrong, and the programme office answers and takes down.</summary>
public sealed class ComplaintPageTests(Site site)
{
    private const string Complaints = "/van-phong/khieu-nai";
    private const string Takedowns = "/van-phong/go-san-pham";

    /// <summary>Each with a product that no other test is about.</summary>
    public static TheoryData<bool, string> Visitors { get; } = new() { { true, "banh-hoa-dua-tien-dat" }, { false, "banh-kep-thao-nhu" } };

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task A_visitor_complains_and_the_office_takes_the_product_down_answers_and_puts_it_back(bool scripts, string slug)
    {
        var page = $"/san-pham/{slug}";
        var text = $"Trên bao bì của {slug} không có hạn sử dụng.";
        await using var visitor = await Visit.BeginAsync(site, scripts, width: 360);
        await visitor.OpenAsync(page);
        var name = await visitor.Page.Locator("main h1").InnerTextAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Báo điều sai" }).ClickAsync();
        await Expect(visitor.Field("complaint-product").Locator("option:checked")).ToHaveTextAsync(name);
        await WriteAsync(visitor, "DANGER", "Sai.");
        visitor.ExpectStatus(422);
        await visitor.SendAsync("complaint");
        await Expect(visitor.Field("complaint-text-problem")).ToContainTextAsync("20");
        await Expect(visitor.Field("complaint-name")).ToHaveValueAsync("Lê Văn Tám");
        await Expect(visitor.Page.Locator("#complaint [value=DANGER]")).ToBeCheckedAsync();
        await visitor.Field("complaint-text").FillAsync(text);
        await visitor.SendAsync("complaint");
        await Expect(visitor.Page.Locator("main h1")).ToHaveTextAsync("Đã nhận khiếu nại");
        await Expect(visitor.Page.Locator("main .lead")).ToContainTextAsync("KN-");

        await using var office = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts, width: 360);
        await office.OpenAsync(Complaints);
        var complaint = office.Page.Locator("main section", new() { HasText = text });
        await complaint.GetByRole(AriaRole.Link, new() { Name = "Gỡ sản phẩm này" }).ClickAsync();
        await office.Field("down-ground").SelectOptionAsync("DANGER");
        await office.Field("down-reason").FillAsync("Bao bì thiếu hạn sử dụng.");
        await office.Field("down-sure").CheckAsync();
        await office.SendAsync("down");
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã gỡ");
        await AnswersAsync(visitor, page, 404);

        await office.OpenAsync(Complaints);
        await Expect(complaint).ToContainTextAsync("Đang bị gỡ");
        await complaint.Locator("textarea").FillAsync("Đã gỡ sản phẩm cho đến khi nhãn đủ.");
        await complaint.Locator("form button").ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã gửi trả lời");
        await Expect(complaint).ToHaveCountAsync(0);
        await office.OpenAsync($"{Complaints}?answered=1");
        await Expect(complaint).ToContainTextAsync("cho đến khi nhãn đủ");

        await office.OpenAsync(Takedowns);
        var down = office.Page.Locator("main li", new() { HasText = name });
        await down.Locator("summary").ClickAsync();
        await down.Locator("textarea").FillAsync("Nhãn mới đã đủ.");
        await down.Locator("form button").ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã trả lại");
        await Expect(down).ToHaveCountAsync(0);
        await AnswersAsync(visitor, page, 200);
        visitor.AssertNoComplaint();
        office.AssertNoComplaint();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_files_one_complaint()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/en/complaints");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "File a complaint" }).ClickAsync();
        await Expect(visit.Field("complaint-product")).ToHaveCountAsync(0);
        var key = await visit.Page.Locator("[name=requestKey]").InputValueAsync();
        await WriteAsync(visit, "OTHER", "The footer of every page shows the wrong year.");
        await visit.SendAsync("complaint");
        var first = await visit.Page.Locator("main .lead").InnerTextAsync();

        await visit.OpenAsync("/en/complaints/file");
        await visit.Page.Locator("[name=requestKey]").EvaluateAsync("(field, key) => field.value = key", key);
        await WriteAsync(visit, "OTHER", "The footer of every page shows the wrong year.");
        await visit.SendAsync("complaint");

        await Expect(visit.Page.Locator("main .lead")).ToHaveTextAsync(first);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_is_taken_down_must_be_on_the_market_and_the_officer_must_be_sure()
    {
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false);
        await visit.OpenAsync(Takedowns);
        visit.ExpectStatus(422);
        await visit.Field("down-product").FillAsync("Không ai biết");
        await visit.Field("down-reason").FillAsync("Theo công văn 12.");
        await visit.Field("down-sure").CheckAsync();
        await visit.SendAsync("down");

        await Expect(visit.Field("down-product-problem")).ToBeVisibleAsync();
        await Expect(visit.Field("down-ground-problem")).ToBeVisibleAsync();
        await Expect(visit.Field("down-product")).ToHaveValueAsync("Không ai biết");
        await Expect(visit.Field("down-reason")).ToHaveValueAsync("Theo công văn 12.");
        await Expect(visit.Field("down-sure")).ToBeCheckedAsync();
        visit.AssertNoComplaint();
    }

    private static async Task WriteAsync(Visit visit, string about, string text)
    {
        await visit.Page.Locator($"#complaint [value={about}]").CheckAsync();
        await visit.Field("complaint-text").FillAsync(text);
        await visit.Field("complaint-name").FillAsync("Lê Văn Tám");
        await visit.Field("complaint-email").FillAsync("tam@shop.example");
    }

    /// <summary>Looks at the product's page until it answers so.</summary>
    private static async Task AnswersAsync(Visit visit, string path, int status)
    {
        visit.ExpectStatus(404);
        var answer = await visit.Page.GotoAsync(path);
        for (var look = 0; answer?.Status != status && look < 30; look++)
        {
            answer = await visit.Page.GotoAsync(path);
        }

        Assert.Equal(status, answer?.Status);
    }
}
