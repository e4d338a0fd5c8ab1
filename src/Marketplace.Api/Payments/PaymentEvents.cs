using System.Text;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Api.Payments;

/// <summary>Where providers report what happened to money: POST, signed, the body as it comes.</summary>
internal static partial class PaymentEvents
{
    private const int LargestBody = 256 * 1024;

    /// <summary>200 when it is taken or was before; 400 when it is not to be believed; 404 for a reader that the settings do not give; 413 when it is too long. Whatever else fails is 500, and the provider sends it again.</summary>
    public static void MapPaymentEvents(this IEndpointRouteBuilder routes) => routes.MapPost(
        PaymentSetup.Events,
        static async (string reader, HttpContext http, PaymentGateways gateways, PaymentIntake intake, ILogger<PaymentIntake> log) =>
        {
            if (gateways.Reader(reader) is not { } known)
            {
                return Results.NotFound();
            }

            if (await BodyAsync(http.Request, http.RequestAborted) is not { } body)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            if (known.Read(body, http.Request.Headers[known.SignatureHeader]).Failed(out var refused, out var told))
            {
                NotTaken(log, reader, refused is EventRefused { Fault: var fault } ? fault : EventFault.Unreadable);
                return Results.Text(refused.Message.In(Language.En), statusCode: StatusCodes.Status400BadRequest);
            }

            var change = await intake.TakeAsync(told, http.RequestAborted);
            Taken(log, told.Kind, told.Id, reader, change);
            return Results.Ok();
        });

    private static async Task<string?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LargestBody ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A payment event at {Reader} was not taken: {Fault}.")]
    private static partial void NotTaken(ILogger log, string reader, EventFault fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Event} from {Reader}: {Change}.")]
    private static partial void Taken(ILogger log, PaymentEventKind kind, string @event, string reader, PaymentChange change);
}
