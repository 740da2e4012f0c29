using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Seminar.Host.Accounts.Mail;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Links;

/// <summary>
/// Sends links to those who forgot their password, after the page has answered: whether an address has an account would show in
/// the time that looking for it and sending a message take.
/// </summary>
internal sealed class ForgottenPasswords(IServiceScopeFactory scopes, Post post, EmailThrottle throttle, ILogger<ForgottenPasswords> log) : BackgroundService
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(
        new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ask(string email)
    {
        if (post.CanSend && throttle.TrySendTo(email))
        {
            _asked.Writer.TryWrite(email);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(email, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "A link for a forgotten password was not sent");
            }
        }
    }

    private async Task SendAsync(string email, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email) is { ClosedAt: null } account)
        {
            await post.SendLinkAsync(account, await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().MakeAsync(account, cancel), cancel);
        }
    }
}
