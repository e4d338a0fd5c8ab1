using System.Text.RegularExpressions;
using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>Listings and offers that come and go as sheets.</summary>
public sealed partial class SheetTests(Site site)
{
    /// <summary>A producer of the catalogue that no other test is about.</summary>
    private const string Producer = "co-so-kien-long";

    private const int TenMebibytes = 10 << 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_sheet_with_a_bad_row_the_fault_is_shown_where_it_stands_and_the_good_row_can_be_brought_in(bool scripts)
    {
        var stock = scripts ? "4321" : "5432";
        var person = await Desks.ProducerAsync(site, Producer);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/co-so/bang-tinh");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tải XLSX" })).ToBeVisibleAsync();
        var export = await visit.Page.APIRequest.GetAsync((await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tải CSV" }).GetAttributeAsync("href"))!);
        var skus = Skus().Matches(await export.TextAsync()).Select(match => match.Groups["sku"].Value).ToArray();

        var sheet = await visit.SendSheetAsync("kho.csv", $"SKU;Tồn kho;Ghi chú\n{skus[0]};{stock};\n{skus[1]};nhiều;gọi lại\n");
        await Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Kiểm tra xong: 1 dòng sai");
        await Expect(visit.Page.Locator("#faults tbody tr")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator("#faults tbody th")).ToHaveTextAsync("3");
        await Expect(visit.Page.Locator("#faults tbody td").First).ToHaveTextAsync("Tồn kho");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("“Ghi chú”");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Bạn đã chọn không nhập dòng nào khi còn dòng sai.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Vẫn nhập 1 dòng đúng" }).ClickAsync();
        await Expect(visit.Page.Locator("form#start")).ToHaveCountAsync(0);
        await visit.SheetEndedAsync();

        await Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Đã nhập 1 dòng, bỏ lại 1 dòng sai");
        var result = await visit.Page.APIRequest.GetAsync((await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tải bảng kết quả" }).GetAttributeAsync("href"))!);
        Assert.Contains("Đã sửa", await result.TextAsync(), StringComparison.Ordinal);
        await visit.OpenAsync("/co-so/ton-kho");
        Assert.Single(await visit.Page.Locator("#stock td:nth-child(2) input").EvaluateAllAsync<string[]>("fields => fields.map(({ value }) => value)"), stock);
        await visit.OpenAsync("/co-so/bang-tinh");
        await Expect(visit.Page.Locator("main li").Filter(new() { Has = visit.Link(sheet) })).ToContainTextAsync("Đã nhập");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sheet_that_makes_a_listing_is_brought_in_with_one_button_and_tells_what_waits(bool scripts)
    {
        var person = await Desks.ProducerAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.SendSheetAsync("moi.csv", "Tên (tiếng Việt);Gói bán (tiếng Việt);Đơn vị (tiếng Việt);Giá (đồng);Tồn kho\nMứt dừa bảng tính;Hũ 250 g;hũ;65.000;12\n");
        await Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Kiểm tra xong: mọi dòng đều đúng");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Khi văn phòng đã duyệt bài, hãy gửi lại dòng đó.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Nhập 1 dòng" }).ClickAsync();
        await Expect(visit.Page.Locator("form#start")).ToHaveCountAsync(0);
        await visit.SheetEndedAsync();

        await Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Đã nhập 1 dòng");
        await visit.OpenAsync("/co-so/san-pham");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Mứt dừa bảng tính" })).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_is_no_sheet_is_refused_at_its_field_and_what_was_chosen_beside_it_stays()
    {
        var person = await Desks.ProducerAsync(site);
        await using var visit = await person.SignedInAsync(width: 360);
        await visit.OpenAsync("/co-so/bang-tinh");
        foreach (var (file, reason) in new[]
        {
            (Desks.SheetOf("gia.txt", "SKU"u8.ToArray()), ".csv hoặc .xlsx"),
            (Desks.SheetOf("gia.xlsx", "SKU"u8.ToArray()), "không phải là bảng tính Excel"),
            (Desks.SheetOf("gia.csv", []), "có nội dung"),
            (Desks.SheetOf("gia.csv", new byte[TenMebibytes + 1]), "lớn hơn 10"),
            (Desks.SheetOf("gia.csv", new byte[3 * TenMebibytes]), "lớn hơn 10"),
        })
        {
            visit.ExpectStatus(422);
            await visit.Field("send-policy").SelectOptionAsync("KEEP_GOOD_ROWS");
            await visit.Field("send-file").SetInputFilesAsync(file);
            await visit.SendAsync("send");
            await Expect(visit.Field("send-file-problem")).ToContainTextAsync(reason);
        }

        await visit.Field("send-file").SetInputFilesAsync(Desks.SheetOf("mười.csv", [.. Enumerable.Repeat((byte)'a', TenMebibytes)]));
        await visit.SendAsync("send");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("mười.csv");
        await Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Không đọc được bảng");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_hundred_faults_are_shown_at_once_and_the_way_leads_to_the_next()
    {
        var person = await Desks.ProducerAsync(site);
        await using var visit = await person.SignedInAsync(width: 360);
        await visit.SendSheetAsync("nhieu.csv", $"SKU;Tồn kho\n{string.Concat(Enumerable.Range(1, 130).Select(row => $"X-{row};1\n"))}");
        await Expect(visit.Page.Locator("#faults tbody tr")).ToHaveCountAsync(100);

        await visit.Page.Locator("#faults a[rel=next]").ClickAsync();

        await Expect(visit.Page.Locator("#faults tbody tr")).ToHaveCountAsync(30);
        await Expect(visit.Page.Locator("#faults tbody th").First).ToHaveTextAsync("102");
        await Expect(visit.Page.Locator("#faults a[rel=next]")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    /// <summary>The second column of an export.</summary>
    [GeneratedRegex(@"^[a-z0-9-]+;(?<sku>[^;\r\n]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Skus();
}
