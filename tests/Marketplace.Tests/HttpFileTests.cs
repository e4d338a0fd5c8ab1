using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Marketplace.Tests;

/// <summary>
/// Sends the requests of infra/http/*.http and holds each answer against the line beside it: <c># expect 200 "a text" 'another'</c>, the
/// status and what the body contains. A request may use the answer of an earlier one as editors do: <c>{{name.response.body.$.data.x}}</c>.
/// </summary>
public sealed partial class HttpFileTests(MarketplaceApp app)
{
    private static readonly IReadOnlyList<Request> All = [.. Repository.Files("infra/http", ".http").SelectMany(Requests)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Titles { get; } = [.. All.Select(request => request.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_request_of_the_http_files_is_answered_as_written_beside_it(string title)
    {
        var request = All.Single(one => one.Title == title);

        var (status, body) = await SendAsync(request);

        Assert.Equal((request.Status, ""), (status, status == request.Status ? "" : body));
        Assert.All(request.Texts, text => Assert.Contains(text, body, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_request_says_what_to_expect()
    {
        Assert.NotEmpty(All);
        Assert.Empty(All.Where(request => request.Status == 0 || request.Texts.Count == 0).Select(request => request.Title));
    }

    private async Task<(int Status, string Body)> SendAsync(Request request)
    {
        var text = request.Text;
        foreach (var use in Uses().Matches(text).DistinctBy(match => match.Value))
        {
            var (_, answer) = await SendAsync(All.Single(one => one.Name == use.Groups["name"].Value));
            text = text.Replace(use.Value, At(answer, use.Groups["path"].Value), StringComparison.Ordinal);
        }

        using var message = Message(text.Replace("{{host}}", "http://localhost", StringComparison.Ordinal));
        using var client = app.CreateClient();
        using var response = await client.SendAsync(message, Stop);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private static string At(string json, string path)
    {
        using var document = JsonDocument.Parse(json);
        var element = document.RootElement;
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            element = int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var at) ? element[at] : element.GetProperty(step);
        }

        return element.GetString()!;
    }

    private static HttpRequestMessage Message(string text)
    {
        var (head, body) = text.Split("\n\n", 2) is [var first, var second] ? (first, second.Trim()) : (text.Trim(), "");
        var lines = head.Split('\n');
        var (method, address) = lines[0].Split(' ') is [var verb, var url, ..] ? (verb, url) : throw new FormatException(lines[0]);
        var message = new HttpRequestMessage(new HttpMethod(method), address);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(header => header[0], header => header[1]);
        if (headers.Remove("Content-Type", out var type))
        {
            message.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        }

        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static IEnumerable<Request> Requests(string file) => Repository.Read(file).ReplaceLineEndings("\n").Split("\n### ").Skip(1).Select(part =>
    {
        var (title, lines) = (part[..part.IndexOf('\n', StringComparison.Ordinal)], part.Split('\n').Skip(1).ToList());
        var comments = lines.Where(line => line.StartsWith('#')).ToList();
        var expectation = comments.Select(line => Expectation().Match(line)).FirstOrDefault(match => match.Success);
        return new Request(
            $"{Path.GetFileNameWithoutExtension(file)}: {title}",
            comments.Select(line => NameLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups["name"].Value,
            expectation is null ? 0 : int.Parse(expectation.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
            [.. expectation?.Groups["text"].Captures.Select(capture => capture.Value) ?? []],
            string.Join('\n', lines.Where(line => !line.StartsWith('#'))).Trim());
    });

    [GeneratedRegex(@"\{\{(?<name>\w+)\.response\.body\.\$\.(?<path>[\w.\[\]]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uses();

    [GeneratedRegex("""^# expect (?<status>\d{3})( "(?<text>[^"]+)"| '(?<text>[^']+)')*$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"^# @name (?<name>\w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameLine();

    private sealed record Request(string Title, string? Name, int Status, IReadOnlyList<string> Texts, string Text);
}
