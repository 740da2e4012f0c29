using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Startup;

namespace Seminar.Host.Accounts.Mail;

/// <summary>
/// Sends one-time links by SMTP when <c>Mail:Host</c> and <c>Seminar:PublicAddress</c> are configured; the administrator hands them over
/// otherwise. The address of a link is never that of the request: whoever asks for someone else's link can write anything there.
/// </summary>
internal sealed class Post(IConfiguration configuration, SeminarSite site, ILogger<Post> log)
{
    private readonly MailOptions? _options = configuration.GetSection("Mail").Get<MailOptions>();

    private readonly string? _site = ReadAddress(configuration["Seminar:PublicAddress"]);

    /// <summary>Null when messages can leave; otherwise what is missing, in words that end a sentence.</summary>
    public string? Missing =>
        string.IsNullOrWhiteSpace(_options?.Host) ? "aucun serveur de courriel n’est réglé (Mail:Host)"
        : _site is null ? "l’adresse publique du site n’est pas réglée (Seminar:PublicAddress, https://…)"
        : null;

    public bool CanSend => Missing is null;

    /// <returns>Whether the server took it.</returns>
    public async Task<bool> SendLinkAsync(Account account, string link, CancellationToken cancel)
    {
        if (!CanSend)
        {
            return false;
        }

        try
        {
            await SendAsync(Write(account, _site + link), cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The link is shown to the administrator instead. The kind of fault alone: a server's refusal repeats the address.
            log.LogError("A message could not be sent through {Host}: {Reason}", _options!.Host, ReasonOf(exception));
            return false;
        }
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        SmtpCommandException refused => $"{nameof(SmtpCommandException)} {(int)refused.StatusCode}",
        _ => exception.GetType().Name,
    };

    private static string? ReadAddress(string? configured) =>
        Uri.TryCreate(configured, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? configured.TrimEnd('/')
            : null;

    private MimeMessage Write(Account account, string link)
    {
        var message = new MimeMessage { Subject = $"Votre compte pour «\u00A0{site.Title}\u00A0»" };
        message.From.Add(MailboxAddress.Parse(_options!.From));
        message.To.Add(new MailboxAddress(account.Name, account.Email));
        message.Body = new TextPart("plain")
        {
            Text = $"""
                Bonjour,

                Ce lien vous laisse choisir le mot de passe de votre compte. Il ne sert qu’une fois, pendant sept jours.

                {link}

                Si vous n’attendiez pas ce message, laissez-le sans suite : rien ne change.
                """,
        };
        return message;
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(_options!.Host, _options.Port, _options.Security, cancel);
        if (!string.IsNullOrEmpty(_options.User))
        {
            await client.AuthenticateAsync(_options.User, _options.Password ?? "", cancel);
        }

        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }
}

/// <summary>The section <c>Mail</c> of the configuration.</summary>
/// <remarks>A class with defaults: what the configuration binder fills.</remarks>
internal sealed class MailOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    public string From { get; set; } = "";

    public string? User { get; set; }

    public string? Password { get; set; }
}
