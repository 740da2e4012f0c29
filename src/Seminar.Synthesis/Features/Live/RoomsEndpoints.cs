using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.Live;

/// <summary>The organiser's page: all rooms at once, and the one clock.</summary>
internal static class RoomsEndpoints
{
    public const string Address = "/direct";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rooms = routes.MapGroup(Address).RequireAuthorization(Access.Coordinate);
        rooms.MapGet("", (EveryTheme themes, TimeProvider clock, CancellationToken cancel) => ShowAsync(themes, clock, [], cancel)).CacheOutput(cache => cache.NoCache());
        rooms.MapPost("", async Task<IResult> ([FromForm] string? etape, ClaimsPrincipal visitor, EveryTheme themes, TimeProvider clock, CancellationToken cancel) =>
        {
            var by = visitor.FindFirstValue(ClaimTypes.NameIdentifier) ?? "programme";
            var outcomes = await themes.AskAsync(() => new BeginPhase(etape ?? "", by), cancel);
            var faults = outcomes.Given.Where(answer => !answer.Content.Accepted).Select(answer => $"{answer.Theme.Name} : {answer.Content.Refusals[0].Message}")
                .Concat(outcomes.Missing.Where(theme => !theme.IsDisabled).Select(theme => $"{theme.Name} {theme.Reason}.")).ToList();
            return faults.Count == 0 ? PageResults.SeeOther(Address) : await ShowAsync(themes, clock, faults, cancel);
        }).WithSummary("Commencer une étape dans toutes les salles");
    }

    private static async Task<IResult> ShowAsync(EveryTheme themes, TimeProvider clock, List<string> faults, CancellationToken cancel)
    {
        var answers = await themes.AskAsync(() => new GetLiveStatus(), cancel);
        return PageResults.Show<RoomsPage, RoomsView>(
            new RoomsView([.. answers.Given.Select(answer => new RoomView(answer.Theme, answer.Content))], answers.Missing, faults, clock.GetUtcNow()),
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>All rooms.</summary>
public sealed record RoomsView(IReadOnlyList<RoomView> Rooms, IReadOnlyList<MissingTheme> Missing, IReadOnlyList<string> Faults, DateTimeOffset Now);

/// <summary>One room.</summary>
public sealed record RoomView(ThemeIdentity Theme, LiveStatus Status);
