using System.Net;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Core;

namespace Marketplace.Payments.Sandbox;

/// <summary>The page on which a buyer "pays" and chooses how the sandbox behaves. It loads nothing and needs no scripts.</summary>
public static class SandboxPage
{
    /// <summary>The field that holds the signed payment, in the address and in the form.</summary>
    public const string TicketField = "payment";

    /// <summary>The field that names a <see cref="SandboxTrick"/>.</summary>
    public const string TrickField = "trick";

    private const string Style = """
        :root{color-scheme:light dark;--paper:#f6f3ff;--card:#fff;--ink:#241f33;--soft:#5b5470;--act:#5b3fc4;--on:#fff;--line:#d9d2f0}
        @media(prefers-color-scheme:dark){:root{--paper:#17131f;--card:#211b2e;--ink:#f1edfb;--soft:#b9b0d0;--act:#b7a4ff;--on:#17131f;--line:#3a3150}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:start center;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
        main{width:100%;max-width:28rem;padding:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
        .mark{display:inline-block;margin:0;padding:.125rem .625rem;border:1px solid var(--act);border-radius:1rem;color:var(--act);font-size:.875rem;font-weight:600}
        h1{margin:.75rem 0 0;font-size:1.125rem;line-height:1.3}
        .sum{margin:.25rem 0 0;color:var(--ink);font-size:2rem;font-weight:700;line-height:1.2;overflow-wrap:anywhere}
        p{margin:.75rem 0 0;color:var(--soft)}
        .pay{margin-top:1.25rem}
        button{width:100%;min-height:2.75rem;padding:.5rem 1rem;border:1px solid var(--act);border-radius:.5rem;background:none;color:var(--act);font:inherit;font-weight:600;text-align:start;cursor:pointer}
        .pay button{background:var(--act);color:var(--on);text-align:center}
        button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--act);outline-offset:2px}
        details{margin-top:1.25rem;padding-top:1rem;border-top:1px solid var(--line)}
        summary{min-height:2.75rem;padding:.5rem 0;font-weight:600;cursor:pointer}
        ul{margin:0;padding:0;list-style:none;display:grid;gap:.5rem}
        small{display:block;color:var(--soft);font-weight:400}
        a{display:inline-block;min-height:2.75rem;margin-top:.75rem;padding:.5rem 0;color:var(--act)}
        """;

    /// <summary>The content security policy of the page: its own styles by their hash, its own form, nothing else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The page for a payment, in the buyer's language.</summary>
    /// <param name="ticket">As it came in the address.</param>
    public static string Html(SandboxPayment payment, string ticket)
    {
        var english = payment.Language == Language.En;
        string Say(string vi, string en) => WebUtility.HtmlEncode(english ? en : vi);
        string Button(SandboxTrick trick, string label, string note) => $"""<li><button name="{TrickField}" value="{trick}">{label}<small>{note}</small></button></li>""";
        var title = Say($"Đơn hàng {payment.OrderNumber}", $"Order {payment.OrderNumber}");
        return $"""
            <!doctype html>
            <html lang="{(english ? "en" : "vi")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} · {Say("Thanh toán thử", "Test payment")}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <p class="mark">{Say("Thanh toán thử", "Test payment")}</p>
            <h1>{title}</h1>
            <p class="sum">{WebUtility.HtmlEncode(payment.Amount.Format(payment.Language))}</p>
            <p>{Say("Đây là trang mô phỏng ngân hàng. Không có tiền thật nào được chuyển.", "This page stands in for a bank's. No real money moves.")}</p>
            <form method="post">
            <input type="hidden" name="{TicketField}" value="{WebUtility.HtmlEncode(ticket)}">
            <div class="pay"><button name="{TrickField}" value="{SandboxTrick.Pay}">{Say("Thanh toán", "Pay")}</button></div>
            <details>
            <summary>{Say("Thử tình huống khác", "Try something else")}</summary>
            <ul>
            {Button(SandboxTrick.Decline, Say("Từ chối", "Decline"), Say("Ngân hàng không chấp nhận.", "The bank says no."))}
            {Button(SandboxTrick.Delay, Say("Báo chậm", "Delay"), Say("Thông báo đến sau 30 giây.", "The news comes 30 seconds later."))}
            {Button(SandboxTrick.Late, Say("Thanh toán quá hạn", "Pay too late"), Say("Tiền đến sau khi đã hết giờ.", "The money comes after the time is up."))}
            {Button(SandboxTrick.Duplicate, Say("Báo ba lần", "Duplicate"), Say("Cùng một thông báo được gửi ba lần.", "The same news is sent three times."))}
            {Button(SandboxTrick.Reorder, Say("Báo sai thứ tự", "Reorder"), Say("Lần bị từ chối trước đó lại được báo sau cùng.", "An earlier declined try is reported last."))}
            {Button(SandboxTrick.Drop, Say("Không báo", "Drop"), Say("Người mua đã trả tiền, cửa hàng không nhận được thông báo.", "The buyer pays and the shop is told nothing."))}
            </ul>
            </details>
            </form>
            <a href="{WebUtility.HtmlEncode(payment.CancelTo.AbsoluteUri)}">{Say("Quay lại mà không thanh toán", "Go back without paying")}</a>
            </main>
            </body>
            </html>
            """;
    }
}
