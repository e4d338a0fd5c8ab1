using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Mail;

/// <summary>The settings under <c>Mail</c>: with a host letters go out by SMTP, without one they are laid into a folder.</summary>
internal sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>Name of the SMTP server.</summary>
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    public string? Username { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    [EmailAddress]
    public string From { get; init; } = "cho@example.invalid";

    /// <summary>TLS is required unless this is false; only for a server on this machine.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Where letters are laid without a server; the folder "mail" in Data__Directory unless told.</summary>
    public string? Folder { get; init; }
}

internal sealed class MailOptionsRules : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.Host is null && (options.Username ?? options.Password) is not null
            ? ValidateOptionsResult.Fail("Mail__Username is set without Mail__Host: name the SMTP server, or remove it.")
            : options.Username is null != options.Password is null
                ? ValidateOptionsResult.Fail("Mail__Username and Mail__Password go together: set both or neither.")
                : ValidateOptionsResult.Success;
}
