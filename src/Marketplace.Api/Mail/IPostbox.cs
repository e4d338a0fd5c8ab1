using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Marketplace.Data.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Marketplace.Api.Mail;

/// <summary>Where letters are handed in.</summary>
internal interface IPostbox
{
    Task PostAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>Hands letters to an SMTP server.</summary>
internal sealed class SmtpPostbox(IOptions<MailOptions> options) : IPostbox
{
    private static readonly int Patience = (int)TimeSpan.FromSeconds(20).TotalMilliseconds;

    public async Task PostAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var client = new SmtpClient { Timeout = Patience };
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Tls ? SecureSocketOptions.Auto : SecureSocketOptions.None, cancellationToken);
        if (settings.Username is not null)
        {
            await client.AuthenticateAsync(settings.Username, settings.Password!, cancellationToken);
        }

        await client.SendAsync(Message.Of(mail, settings.From), cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}

/// <summary>Lays letters into a folder, one file each, where a person or a test can read them.</summary>
internal sealed class FolderPostbox(string folder, IOptions<MailOptions> options) : IPostbox
{
    public async Task PostAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{mail.CreatedAt:yyyyMMdd-HHmmss}-{mail.Id:N}");
        await Message.Of(mail, options.Value.From).WriteToAsync(Path.Combine(folder, name + ".eml"), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), $"To: {mail.To}\nSubject: {mail.Subject}\n\n{mail.Text}", cancellationToken);
    }
}

internal static class Message
{
    public static MimeMessage Of(OutgoingMail mail, string from)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = mail.Text }, MessageId = $"{mail.Id:N}@marketplace" };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
