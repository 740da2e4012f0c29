using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Seminar.Contracts.Pages;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Startup;

namespace Seminar.Host.Accounts.Mail;

/// <summary>Sends one-time links by SMTP when <c>Mail:Host</c> is configured; the administrator hands them over otherwise.</summary>
internal sealed class Post(IConfiguration configuration, SeminarSite site, ILogger<Post> log)
{
    private readonly MailOptions? _options = configuration.GetSection("Mail").Get<MailOptions>();

    public bool IsConfigured => !string.IsNullOrWhiteSpace(_options?.Host);

    /// <returns>Whether the server took it.</returns>
    public async Task<bool> SendLinkAsync(HttpContext context, Account account, string link)
    {
        if (!IsConfigured)
        {
            return false;
        }

        try
        {
            await SendAsync(Write(account, SiteAddress.Of(context, configuration) + link), context.RequestAborted);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The link is shown to the administrator instead; addresses stay out of the log.
            log.LogError("A message could not be sent through {Host}: {Reason}", _options!.Host, exception.Message);
            return false;
        }
    }

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
