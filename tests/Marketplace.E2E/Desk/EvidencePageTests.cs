using Marketplace.E2E.Accounts;
using Marketplace.Tests.Evidence;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>A producer proves something with a paper, an officer accepts it, and buyers read it.</summary>
public sealed class EvidencePageTests(Site site)
{
    private const string Own = "/co-so/minh-chung";
    private const string Queue = "/van-phong/minh-chung";

    /// <summary>Each with a producer and its product that no other test is about.</summary>
    public static TheoryData<bool, string> Makers { get; } = new() { { true, "nem-phu-duc" }, { false, "sau-rieng-co-trinh" } };

    [Theory]
    [MemberData(nameof(Makers))]
    public async Task A_paper_goes_from_its_producer_over_an_officer_to_buyers_and_back(bool scripts, string slug)
    {
        var title = $"Giấy chứng nhận HACCP của {slug} <b>2026</b>";
        await using var maker = await (await Desks.ProducerAsync(site, slug)).SignedInAsync(scripts, width: 360);
        await using var office = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts, width: 360);
        await using var buyer = await Visit.BeginAsync(site, scripts, width: 360);
        await maker.OpenAsync(Own);
        maker.ExpectStatus(422);
        await WriteAsync(maker, title, "31/02/2026", Papers.PdfWith("/OpenAction << /S /JavaScript /JS (1) >>"));
        await Expect(maker.Field("paper-issuedOn-problem")).ToContainTextAsync("31/02/2026");
        await Expect(maker.Field("paper-title")).ToHaveValueAsync(title);
        await Expect(maker.Field("paper-kind")).ToHaveValueAsync("HACCP");
        await WriteAsync(maker, title, "10/01/2026", Papers.PdfWith("/OpenAction << /S /JavaScript /JS (1) >>"));
        await Expect(maker.Field("paper-file-problem")).ToContainTextAsync("mã chạy được");
        await WriteAsync(maker, title, "10/01/2026", Papers.Pdf());
        await Expect(maker.Page.Locator("main .done-note")).ToContainTextAsync("Đã gửi");
        await Expect(maker.Page.Locator("main li")).ToContainTextAsync("Chờ duyệt");

        await office.OpenAsync("/van-phong");
        await office.Link(Queue).ClickAsync();
        await Expect(office.Page.Locator("main [aria-current=page]").Last).ToContainTextAsync("Minh chứng");
        var waiting = office.Page.Locator("main section", new() { HasText = title });
        await waiting.Locator("select").SelectOptionAsync("A");
        await waiting.Locator("form").First.Locator("button").ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã chấp nhận");
        await Expect(waiting).ToHaveCountAsync(0);

        var shown = buyer.Page.Locator("main a[href^='/evidence/']");
        await SeesAsync(buyer, slug, shown, 1);
        await Expect(shown).ToContainTextAsync(title);
        var file = await buyer.Page.APIRequest.GetAsync((await shown.GetAttributeAsync("href"))!);
        Assert.Equal((200, "application/pdf"), (file.Status, file.Headers["content-type"]));

        await office.OpenAsync($"{Queue}?accepted=1");
        var accepted = office.Page.Locator("main section", new() { HasText = title });
        await accepted.Locator("summary").ClickAsync();
        await accepted.Locator("textarea").FillAsync("Nơi cấp đã thu hồi giấy này.");
        await accepted.Locator("form button").ClickAsync();
        await Expect(office.Page.Locator("main .done-note")).ToContainTextAsync("Đã trả lại");
        await SeesAsync(buyer, slug, shown, 0);

        await maker.OpenAsync("/co-so");
        await Expect(maker.Page.Locator("main .reason")).ToHaveTextAsync("Nơi cấp đã thu hồi giấy này.");
        await maker.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await maker.Field("change-number").FillAsync("HC-77");
        await maker.SendAsync("change");
        await Expect(maker.Page.Locator("main .done-note")).ToHaveTextAsync("Đã lưu.");
        await Expect(maker.Page.Locator("main .state")).ToContainTextAsync("Chờ duyệt");
        await maker.Page.Locator("main summary").ClickAsync();
        await maker.SendAsync("withdraw");
        await Expect(maker.Page.Locator("main .done-note")).ToContainTextAsync("Đã rút giấy");
        await Expect(maker.Page.GetByRole(AriaRole.Link, new() { Name = title })).ToHaveCountAsync(0);
        maker.AssertNoComplaint();
        office.AssertNoComplaint();
        buyer.AssertNoComplaint();
    }

    [Theory]
    [InlineData("", ColorScheme.Light, 360)]
    [InlineData("/en", ColorScheme.Dark, 1280)]
    public async Task The_pages_of_papers_have_no_barrier_and_fit_their_window(string language, ColorScheme colours, int width)
    {
        var (person, officer) = (await Desks.ProducerAsync(site), await Desks.OfficerAsync(site));
        await using var maker = await Visit.BeginAsync(site, width: width, colours: colours);
        await SignInAsync(maker, person);
        await maker.OpenAsync(Own);
        await WriteAsync(maker, $"GiấyChứngNhậnKhôngCóKhoảngTrắng{new string('x', 60)}", "10/01/2026", Papers.Pdf());
        var paper = (await maker.Page.Locator($"main li a[href^='{Own}/']").First.GetAttributeAsync("href"))!;
        await using var office = await Visit.BeginAsync(site, width: width, colours: colours);
        await SignInAsync(office, officer);

        var own = language.Length == 0 ? Own : "/en/producer/evidence";
        foreach (var (visit, path) in new[]
        {
            (maker, own), (maker, paper.Replace(Own, own, StringComparison.Ordinal)),
            (office, language.Length == 0 ? Queue : "/en/office/evidence"), (office, language.Length == 0 ? $"{Queue}?accepted=1" : "/en/office/evidence?accepted=1"),
        })
        {
            await visit.OpenAsync(path);
            await visit.AssertOpenToEverybodyAsync();
        }

        maker.AssertNoComplaint();
        office.AssertNoComplaint();
    }

    private static async Task WriteAsync(Visit maker, string title, string issuedOn, byte[] file)
    {
        // The type that the browser names is not believed.
        await maker.Field("paper-file").SetInputFilesAsync(new FilePayload { Name = "giay.jpg", MimeType = "image/jpeg", Buffer = file });
        await maker.Field("paper-kind").SelectOptionAsync("HACCP");
        await maker.Field("paper-title").FillAsync(title);
        await maker.Field("paper-issuedBy").FillAsync("QUACERT");
        await maker.Field("paper-issuedOn").FillAsync(issuedOn);
        await maker.SendAsync("paper");
    }

    /// <summary>The product's page follows within the second.</summary>
    private static async Task SeesAsync(Visit buyer, string slug, ILocator shown, int count)
    {
        for (var look = 0; look < 100; look++)
        {
            await buyer.OpenAsync($"/san-pham/{slug}");
            if (await shown.CountAsync() == count)
            {
                return;
            }
        }

        await Expect(shown).ToHaveCountAsync(count);
    }

    private static async Task SignInAsync(Visit visit, Person person)
    {
        await visit.OpenAsync("/dang-nhap");
        await person.SignInAsync(visit);
        await Expect(visit.Page.Locator("main .who")).ToBeVisibleAsync();
    }
}
