using Seminar.Host.Accounts.Store;
using Seminar.Host.Audit;
using Seminar.Host.Backups;
using Seminar.Host.Modules;
using Seminar.People.Features.Privacy;

namespace Seminar.Host.Startup;

/// <summary>A minute after the start and then each day: makes people anonymous whose retention has passed, forgets the old trail and the old
/// backups, and leaves nothing of what was deleted in the files that name people.</summary>
internal sealed class DailyCare(
    PeopleHosting people, AccountsDatabase accounts, Trail trail, BackupTerm backups, TimeProvider clock, ILogger<DailyCare> log) : BackgroundService
{
    // The first readers go before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Patience, clock, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await people.AskAsync(new AnonymiseOverdue(), stoppingToken);
                await trail.ForgetOldAsync(stoppingToken);
                await people.Database.ScrubAsync(stoppingToken);
                await accounts.Database.ScrubAsync(stoppingToken);
                backups.Prune();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "The daily care was not done; it is tried again tomorrow");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
