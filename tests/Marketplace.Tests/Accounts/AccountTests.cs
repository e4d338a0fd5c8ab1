using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts;

/// <summary>Registering, signing in and what keeps others out, over HTTP.</summary>
public sealed class AccountTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public AccountTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_registers_and_opens_the_letter_is_signed_in()
    {
        var browser = await _people.RegisterAsync("dua@example.com");

        var viewer = (await browser.DataAsync("{ viewer { signedIn name email memberships { role } secondFactor sessions { current device } } }"))["viewer"]!;
        Assert.Equal((true, "Lê Thị Dừa", "dua@example.com", false), ((bool)viewer["signedIn"]!, (string?)viewer["name"], (string?)viewer["email"], (bool)viewer["secondFactor"]!));
        Assert.True((bool)Assert.Single(viewer["sessions"]!.AsArray())!["current"]!);
    }

    [Fact]
    public async Task Nobody_signs_in_before_the_address_is_confirmed()
    {
        var browser = _people.Browser();
        await browser.DoAsync("register", new { email = "dua@example.com", password = People.Password, name = "Dừa", consents = new[] { "ACCOUNT" } });

        Assert.Equal(["EMAIL_NOT_CONFIRMED"], await browser.ProblemsAsync("signIn", new { email = "dua@example.com", password = People.Password }));
        Assert.Null(await browser.NameAsync());
    }

    [Fact]
    public async Task An_account_that_somebody_else_prepared_is_not_opened_by_its_owners_click_alone()
    {
        var attacker = _people.Browser();
        await attacker.DoAsync("register", new { email = "chu@example.com", password = "mật khẩu của kẻ gian", name = "Chủ", consents = new[] { "ACCOUNT" } });
        var (account, token) = await _people.LinkAsync("chu@example.com");

        Assert.Equal(["SIGN_IN_FAILED"], await _people.Browser().ProblemsAsync("confirmEmail", new { account, token, password = People.Password }));
        Assert.Equal(["EMAIL_NOT_CONFIRMED"], await attacker.ProblemsAsync("signIn", new { email = "chu@example.com", password = "mật khẩu của kẻ gian" }));
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_an_address_has_an_account_or_not()
    {
        await _people.RegisterAsync("co@example.com");
        var browser = _people.Browser();

        var known = await browser.DoAsync("register", new { email = "co@example.com", password = People.Password, name = "Ai đó", consents = new[] { "ACCOUNT" } });
        var unknown = await browser.DoAsync("register", new { email = "chua@example.com", password = People.Password, name = "Ai đó", consents = new[] { "ACCOUNT" } });
        Assert.Equal(known.ToJsonString(), unknown.ToJsonString());

        known = await browser.DoAsync("requestPasswordReset", new { email = "co@example.com" });
        unknown = await browser.DoAsync("requestPasswordReset", new { email = "khong@example.com" });
        Assert.Equal(known.ToJsonString(), unknown.ToJsonString());

        known = await browser.DoAsync("signIn", new { email = "co@example.com", password = "không phải câu này" });
        unknown = await browser.DoAsync("signIn", new { email = "khong@example.com", password = "không phải câu này" });
        Assert.Equal(known.ToJsonString(), unknown.ToJsonString());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _people.LetterAsync("khong@example.com"));
    }

    [Theory]
    [InlineData("ngắn", "dua@example.com", "Dừa", "password")]
    [InlineData("1234567890", "dua@example.com", "Dừa", "password")]
    [InlineData("aaaaaaaaaaaaaa", "dua@example.com", "Dừa", "password")]
    [InlineData("duaduadua@example", "duaduadua@example.com", "Dừa", "password")]
    [InlineData(People.Password, "không phải địa chỉ", "Dừa", "email")]
    [InlineData(People.Password, "a@b", "Dừa", "email")]
    [InlineData(People.Password, "a@example.com\r\nBcc: b@example.com", "Dừa", "email")]
    [InlineData(People.Password, "dua@example.com", "  ", "name")]
    public async Task What_is_wrong_with_a_registration_is_said_of_its_field(string password, string email, string name, string field)
    {
        var problem = Assert.Single((await _people.Browser().DoAsync("register", new { email, password, name, consents = new[] { "ACCOUNT" } }))["problems"]!.AsArray())!;

        Assert.Equal(("INVALID_VALUE", field), ((string?)problem["code"], (string?)problem["path"]![0]));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_either()
    {
        await _people.RegisterAsync("dua@example.com");
        var browser = _people.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(["SIGN_IN_FAILED"], await browser.ProblemsAsync("signIn", new { email = "dua@example.com", password = $"sai lần {attempt} rồi nhé" }));
        }

        Assert.Equal(["SIGN_IN_FAILED"], await browser.ProblemsAsync("signIn", new { email = "dua@example.com", password = People.Password }));
    }

    [Fact]
    public async Task Whoever_tries_many_addresses_is_slowed_down()
    {
        await using var app = new MarketplaceApp("Production") { Given = [("Accounts:AttemptsPerMinute", "3")] };
        var browser = new People(app).Browser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await browser.ProblemsAsync("signIn", new { email = $"ai{attempt}@example.com", password = People.Password });
        }

        var refused = await browser.AskAsync("""mutation { signIn(input: { email: "ai@example.com", password: "mật khẩu nào đó" }) { problems { code } } }""");
        Assert.Equal("RATE_LIMITED", (string?)refused["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("signIn")]
    [InlineData("requestPasswordReset")]
    [InlineData("register")]
    public async Task An_address_that_is_known_and_one_that_is_not_are_answered_after_the_same_time(string action)
    {
        const int Even = 1500;
        await using var app = new MarketplaceApp("Production") { Given = [("Accounts:AttemptsPerMinute", "0"), ("Accounts:EvenAnswerMilliseconds", $"{Even}")] };
        var people = new People(app);
        await people.RegisterAsync("dua@example.com");

        foreach (var email in new[] { "dua@example.com", "ai@example.com" })
        {
            object input = action switch
            {
                "signIn" => new { email, password = "một câu sai nào đó" },
                "register" => new { email, password = People.Password, name = "Dừa", consents = new[] { "ACCOUNT" } },
                _ => new { email },
            };
            var asked = System.Diagnostics.Stopwatch.GetTimestamp();

            Assert.Equal(action == "signIn" ? ["SIGN_IN_FAILED"] : [], await people.Browser().ProblemsAsync(action, input));

            // The wait is counted in whole ticks of the system's clock, which may be some milliseconds short.
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(asked).TotalMilliseconds > Even - 20, $"{action} of {email} was answered before its time.");
        }
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_once_and_signs_out_everywhere()
    {
        var browser = await _people.RegisterAsync("dua@example.com");
        _people.Later();
        await _people.Browser().DoAsync("requestPasswordReset", new { email = "dua@example.com" });
        var (account, token) = await _people.LinkAsync("dua@example.com");

        _people.Later();
        Assert.Empty(await _people.Browser().ProblemsAsync("resetPassword", new { account, token, password = "một câu hoàn toàn khác" }));

        Assert.Null(await browser.NameAsync());
        Assert.Equal(["LINK_NOT_VALID"], await browser.ProblemsAsync("resetPassword", new { account, token, password = "một câu thứ ba nữa" }));
        Assert.Equal(["SIGN_IN_FAILED"], await browser.ProblemsAsync("signIn", new { email = "dua@example.com", password = People.Password }));
        Assert.Empty(await browser.ProblemsAsync("signIn", new { email = "dua@example.com", password = "một câu hoàn toàn khác" }));
        Assert.Contains("thay đổi", (await _people.LetterAsync("dua@example.com")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_session_ends_with_the_next_request_and_the_others_stay()
    {
        var phone = await _people.RegisterAsync("dua@example.com");
        var desk = _people.Browser();
        await desk.DoAsync("signIn", new { email = "dua@example.com", password = People.Password });
        var sessions = (await desk.DataAsync("{ viewer { sessions { id current } } }"))["viewer"]!["sessions"]!.AsArray();
        Assert.Equal(2, sessions.Count);
        var other = sessions.Single(session => !(bool)session!["current"]!)!;

        var payload = await desk.DoAsync("revokeSession", new { session = (string)other["id"]! }, "ended");

        Assert.Equal(1, (int)payload["ended"]!);
        Assert.Null(await phone.NameAsync());
        Assert.NotNull(await desk.NameAsync());
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        var mine = await _people.RegisterAsync("toi@example.com");
        var theirs = await _people.RegisterAsync("ban@example.com");
        var id = (string)(await theirs.DataAsync("{ viewer { sessions { id } } }"))["viewer"]!["sessions"]![0]!["id"]!;

        Assert.Equal(["NOTHING_THERE"], await mine.ProblemsAsync("revokeSession", new { session = id }));
        Assert.NotNull(await theirs.NameAsync());
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_and_each_recovery_code_works_once()
    {
        var browser = await _people.RegisterAsync("dua@example.com");
        var key = (string)(await browser.DataAsync("mutation { startTwoFactor { key uri } }"))["startTwoFactor"]!["key"]!;
        Assert.Equal(["CODE_NOT_VALID"], await browser.ProblemsAsync("confirmTwoFactor", new { code = "000000" }));
        var codes = (await browser.DoAsync("confirmTwoFactor", new { code = Totp(key) }, "recoveryCodes"))["recoveryCodes"]!.AsArray().Select(code => (string)code!).ToArray();
        Assert.Equal(10, codes.Length);

        var desk = _people.Browser();
        var step = (string)(await desk.DoAsync("signIn", new { email = "dua@example.com", password = People.Password }, "secondStep"))["secondStep"]!;
        Assert.Null(await desk.NameAsync());
        Assert.Equal(["CODE_NOT_VALID"], await desk.ProblemsAsync("completeSignIn", new { secondStep = step, code = "123" }));
        Assert.Empty(await desk.ProblemsAsync("completeSignIn", new { secondStep = step, code = codes[0] }));
        Assert.NotNull(await desk.NameAsync());
        Assert.Equal(["CODE_NOT_VALID"], await _people.Browser().ProblemsAsync("completeSignIn", new { secondStep = step, code = codes[0] }));
    }

    [Fact]
    public async Task A_page_of_another_site_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "mutation { signOut { problems { code } } }" }) };
        request.Headers.Add("Origin", "https://kegian.example");
        using var client = _app.CreateClient();

        using var response = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await _people.RegisterAsync("dua@example.com");
        using var client = _app.CreateClient();
        using var response = await client.PostAsJsonAsync(
            "/graphql", new { query = "mutation($i: SignInInput!) { signIn(input: $i) { problems { code } } }", variables = new { i = new { email = "dua@example.com", password = People.Password } } }, Stop);

        var cookie = response.Headers.GetValues("Set-Cookie").Last();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Letters_and_sessions_hold_no_secret_that_the_database_would_give_away()
    {
        await _people.RegisterAsync("dua@example.com");
        await _app.WithAsync(async db =>
        {
            var session = await db.Sessions.SingleAsync(Stop);
            Assert.Equal(64, session.SecretHash.Length);
            Assert.DoesNotContain(People.Password, (await db.Accounts.SingleAsync(account => account.Email == "dua@example.com", Stop)).PasswordHash!, StringComparison.Ordinal);
        });
    }

    public void Dispose() => _app.Dispose();

    /// <summary>What an authenticator shows for a key (RFC 6238).</summary>
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm is the standard's.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
