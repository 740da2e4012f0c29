using Seminar.Contracts.Offer;

namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>The result of a conversation, with what the directory has around the person.</summary>
/// <param name="Conversation">The answers.</param>
/// <param name="Seal">The same, sealed: the result as a calendar has them in its address.</param>
/// <param name="SealWithoutPlace">The same without the commune, sealed: from there it is asked for again.</param>
internal sealed record ShowConclusion(Conversation Conversation, string Seal, string SealWithoutPlace) : IRequest<ConclusionView>;

/// <summary>The page of the result.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Obstacles">What stands in the way, in plain words.</param>
/// <param name="Strengths">What helps, in plain words.</param>
/// <param name="Objectives">What to aim at.</param>
/// <param name="Steps">The next three steps.</param>
/// <param name="Help">What the directory has for each action.</param>
/// <param name="Place">The commune; null when it is not known, so that no service has a distance.</param>
/// <param name="Seal">The answers, sealed.</param>
/// <param name="SealWithoutPlace">The answers without the commune, sealed.</param>
/// <param name="OpensUntil">The last day on which the address of the page opens.</param>
public sealed record ConclusionView(
    ThemeIdentity Theme, IReadOnlyList<string> Obstacles, IReadOnlyList<string> Strengths, IReadOnlyList<string> Objectives, IReadOnlyList<StepView> Steps,
    IReadOnlyList<HelpView> Help, OfferPlace? Place, string Seal, string SealWithoutPlace, DateOnly OpensUntil);

/// <summary>A step.</summary>
/// <param name="Text">What to do.</param>
/// <param name="On">When to have done it.</param>
public sealed record StepView(string Text, DateOnly On);

/// <summary>What the directory has for an action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Services">The nearest, or the likeliest.</param>
public sealed record HelpView(string Action, IReadOnlyList<OfferedService> Services);

internal sealed class ShowConclusionHandler(IOffer offer, ThemeIdentity theme) : IRequestHandler<ShowConclusion, ConclusionView>
{
    private const int MostActions = 6;
    private const int MostServices = 3;
    private const int Kilometres = 30;

    public async Task<ConclusionView> Handle(ShowConclusion request, CancellationToken cancellationToken)
    {
        var conclusion = Conclusion.Of(request.Conversation);
        var place = NamedPlace.Of(request.Conversation, offer);
        var help = new List<HelpView>();
        var shown = new HashSet<string>();
        foreach (var actions in conclusion.Actions.Take(MostActions).GroupBy(action => string.Join(' ', action.Themes)))
        {
            var query = new OfferQuery { Themes = actions.First().Themes, Publics = conclusion.Publics, Commune = place?.Insee, Kilometres = Kilometres, Take = MostServices + shown.Count };
            var found = (await offer.FindAsync(query, cancellationToken)).Services;
            // What an action above has already brought comes again only when there is nothing else.
            var fresh = found.Where(service => !shown.Contains(service.Id)).Take(MostServices).ToList();
            var services = fresh.Count > 0 ? fresh : [.. found.Take(MostServices)];
            shown.UnionWith(services.Select(service => service.Id));
            help.Add(new HelpView(string.Join(", ", actions.Select((action, index) => index == 0 ? action.Label : char.ToLowerInvariant(action.Label[0]) + action.Label[1..])), services));
        }

        return new ConclusionView(
            theme, [.. conclusion.Obstacles.Select(situation => situation.Plain)], [.. conclusion.Strengths.Select(situation => situation.Plain)],
            [.. conclusion.Objectives.Select(objective => objective.Label)],
            [.. conclusion.Steps.Select(action => new StepView(action.Step, request.Conversation.Day.AddDays(action.Days)))],
            help, place, request.Seal, request.SealWithoutPlace, request.Conversation.Day.AddDays(SealedAnswers.Days));
    }
}
