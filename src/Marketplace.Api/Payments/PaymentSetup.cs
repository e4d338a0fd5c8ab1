using System.Text;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Payments;

/// <summary>Puts the ways to pay into the host.</summary>
internal static partial class PaymentSetup
{
    /// <summary>Where providers report to, by the reader's code.</summary>
    public const string Events = "/payments/{reader}/events";

    public static void AddPayments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section).ValidateOnStart();
        services.AddOptions<BankOptions>().BindConfiguration(BankOptions.Section).ValidateOnStart();
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StripeOptions>, PaymentRules>().AddSingleton<IValidateOptions<BankOptions>, PaymentRules>().AddSingleton<IValidateOptions<SandboxOptions>, PaymentRules>();
        services.AddSingleton<PostEvent>(provider => Post(provider.GetRequiredService<SiteAddress>(), provider.GetRequiredService<ILogger<PaymentGateways>>()));
        services.AddSingleton<PaymentGateways>().AddSingleton<PaymentIntake>().AddSingleton<PaymentDesk>();
        services.AddSingleton<RefundSignal>().AddSingleton<RefundWorker>().AddHostedService(provider => provider.GetRequiredService<RefundWorker>());
    }

    /// <summary>The sandbox's page. While the sandbox is off, there is none.</summary>
    public static void MapSandbox(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PaymentGateways.SandboxPath, static (HttpContext http, PaymentGateways gateways) => ShowAsync(http, gateways, http.Request.Query[SandboxPage.TicketField]));
        routes.MapPost(PaymentGateways.SandboxPath, static async (HttpContext http, PaymentGateways gateways, IHostApplicationLifetime host) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            string? ticket = form[SandboxPage.TicketField];
            if (PaymentOf(gateways, ticket) is not { } payment || !Enum.TryParse<SandboxTrick>(form[SandboxPage.TrickField], out var trick) || !Enum.IsDefined(trick))
            {
                await ShowAsync(http, gateways, ticket);
                return;
            }

            // News that comes late comes when the buyer has gone.
            var played = gateways.Sandbox!.PlayAsync(payment, trick, host.ApplicationStopping);
            await (trick == SandboxTrick.Delay ? Task.CompletedTask : played);
            http.Response.Redirect((trick == SandboxTrick.Decline ? payment.CancelTo : payment.ReturnTo).AbsoluteUri, permanent: false, preserveMethod: false);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
        });
    }

    private static SandboxPayment? PaymentOf(PaymentGateways gateways, string? ticket) => gateways.SandboxSecret is { } secret ? SandboxPayment.Read(secret, ticket) : null;

    private static Task ShowAsync(HttpContext http, PaymentGateways gateways, string? ticket)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (PaymentOf(gateways, ticket) is not { } payment)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = SandboxPage.Policy;
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return http.Response.WriteAsync(SandboxPage.Html(payment, ticket!), http.RequestAborted);
    }

    private static PostEvent Post(SiteAddress site, ILogger<PaymentGateways> log)
    {
        var http = new HttpClient();
        return async (reader, body, signature, cancellationToken) =>
        {
            var path = Events.Replace("{reader}", reader, StringComparison.Ordinal);
            using var request = new HttpRequestMessage(HttpMethod.Post, site.At(Language.Vi, path, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add(EventSignature.Header, signature);
            try
            {
                using var answer = await http.SendAsync(request, cancellationToken);
                answer.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException refused)
            {
                // The buyer of a real provider would not hear of it either.
                NotTaken(log, refused.StatusCode is { } code ? $"answer {(int)code}" : refused.HttpRequestError.ToString());
            }
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of the payment sandbox was not taken: {Why}.")]
    private static partial void NotTaken(ILogger log, string why);
}
