using MediatR;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.Checks;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.Overview;

/// <summary>The day at a glance.</summary>
/// <param name="Reader">For whom.</param>
internal sealed record ShowOverview(WorkshopReader Reader) : IRequest<OverviewView>;

/// <summary>The home page: the seminar, its workshops, what the data checks found.</summary>
public sealed record OverviewView(SeminarDocument? Seminar, Gathering Gathering, IReadOnlyList<ThemeChecks> Checks)
{
    /// <summary>People counted: the sum of the families.</summary>
    public int Counted => Gathering.Workshops.Sum(each => each.Workshop.Attendance.Counted());

    /// <summary>People as the workshops' own totals announce them.</summary>
    public int Reported => Gathering.Workshops.Sum(each => each.Workshop.Attendance.ReportedTotal);

    /// <summary>Axes of all plans.</summary>
    public int Axes => Gathering.Workshops.Sum(each => each.Workshop.Plan.Count);

    /// <summary>Proposals of all plans.</summary>
    public int Proposals => Gathering.Workshops.Sum(each => each.Workshop.Plan.Sum(axis => axis.Proposals.Count));

    /// <summary>Quotes of all workshops.</summary>
    public int Quotes => Gathering.Workshops.Sum(each => each.Workshop.Quotes.Count);

    /// <summary>Points found by the data checks.</summary>
    public int ToCheck => Checks.Sum(theme => theme.Checks.Count);

    /// <summary>Notes of one column, over all workshops.</summary>
    public int NotesOf(Column column) => Gathering.Workshops.Sum(each => each.NotesOf(column).Count());

    /// <summary>Notes of all columns.</summary>
    public int Notes => Enum.GetValues<Column>().Sum(NotesOf);
}

internal sealed class ShowOverviewHandler(IMediator mediator) : IRequestHandler<ShowOverview, OverviewView>
{
    public async Task<OverviewView> Handle(ShowOverview request, CancellationToken cancellationToken)
    {
        // Side by side: a theme that hangs costs one time limit, not two.
        var gathering = mediator.Send(new GatherWorkshops(request.Reader), cancellationToken);
        var checks = mediator.Send(new ShowChecks(), cancellationToken);
        var stored = await mediator.Send(new GetSeminar(), cancellationToken);
        return new OverviewView(stored?.Document, await gathering, (await checks).Themes);
    }
}
