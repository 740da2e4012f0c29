using Seminar.Contracts.Pages;
using Seminar.Host.Access;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Accounts.Rights;

/// <summary>Shows the table that decides.</summary>
internal static class RightsEndpoint
{
    public static void MapRights(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/administration/droits", () => PageResults.Show<RightsPage, RightsView>(new RightsView(
            [.. Enum.GetValues<Role>().Select(RoleNames.Of)],
            [.. AccessTable.Rules.Select(rule => new RightsLineView(rule.Meaning, [.. rule.Reaches.Select(RoleNames.Of)]))])))
            .RequireAuthorization(Policy.Administer).ExcludeFromDescription();
}

/// <summary>The table of rights.</summary>
public sealed record RightsView(IReadOnlyList<string> Roles, IReadOnlyList<RightsLineView> Lines);

/// <summary>One line of it.</summary>
public sealed record RightsLineView(string Meaning, IReadOnlyList<string> Reaches);
