using Seminar.Contracts.Pages;
using Seminar.Host.Accounts.Store;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Audit;

/// <summary>Shows the trail to the administrator, latest first.</summary>
internal static class TrailEndpoint
{
    private const int PageSize = 100;

    public static void MapTrail(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/administration/journal", async (long? avant, AccountsDatabase accounts, AccountDirectory directory, CancellationToken cancel) =>
        {
            var rows = await accounts.Database.ReadAsync<Row>(
                """
                SELECT number AS Number, at AS At, who AS Who, what AS What, address AS Address, status AS Status
                FROM trail WHERE number < @before ORDER BY number DESC LIMIT @size
                """,
                new { before = avant ?? long.MaxValue, size = PageSize + 1 }, cancel);
            var people = await directory.ReadAsync(cancel);
            var lines = rows.Take(PageSize).Select(row => new TrailLineView(row.At, TrailWords.Who(row.Who, people), row.What, row.Address, TrailWords.Outcome(row.Status))).ToList();
            return PageResults.Show<TrailPage, TrailView>(new TrailView(lines, rows.Count > PageSize ? rows[PageSize - 1].Number : null));
        }).RequireAuthorization(Policy.Administer).ExcludeFromDescription();

    private sealed record Row(long Number, DateTimeOffset At, string Who, string What, string Address, int Status);
}

/// <summary>A page of the trail.</summary>
/// <param name="Lines">Latest first.</param>
/// <param name="Older">Where older ones begin, or null.</param>
public sealed record TrailView(IReadOnlyList<TrailLineView> Lines, long? Older);

/// <summary>One thing that was done or refused.</summary>
public sealed record TrailLineView(DateTimeOffset At, string Who, string What, string Address, string Outcome);
