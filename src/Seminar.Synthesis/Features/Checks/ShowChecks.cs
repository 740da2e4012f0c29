using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Contracts.Reference;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.Checks;

/// <summary>What the data checks of every theme found.</summary>
internal sealed record ShowChecks : IRequest<ChecksView>;

/// <summary>The findings, by theme.</summary>
public sealed record ChecksView(IReadOnlyList<ThemeChecks> Themes, IReadOnlyList<MissingTheme> Missing)
{
    /// <summary>How many points were found.</summary>
    public int Count => Themes.Sum(theme => theme.Checks.Count);
}

/// <summary>The findings in one theme; none is good news.</summary>
public sealed record ThemeChecks(ThemeIdentity Theme, IReadOnlyList<DataCheck> Checks);

internal sealed class ShowChecksHandler(EveryTheme themes, IMediator mediator) : IRequestHandler<ShowChecks, ChecksView>
{
    public async Task<ChecksView> Handle(ShowChecks request, CancellationToken cancellationToken)
    {
        var seminar = await mediator.Send(new GetSeminar(), cancellationToken);
        var departements = Departements.Of(seminar?.Document.Region.Code ?? "");
        var answers = await themes.AskAsync(() => new GetDataChecks(departements), cancellationToken);
        return new ChecksView([.. answers.Given.Select(answer => new ThemeChecks(answer.Theme, answer.Content))], answers.Missing);
    }
}
