using MediatR;

namespace Seminar.Contracts.Workshops;

/// <summary>Asks a theme for its whole workshop. Null while nothing was imported or written yet.</summary>
public sealed record GetWorkshop : IRequest<WorkshopDocument?>
{
    /// <summary>For whom it is read.</summary>
    public WorkshopReader Reader { get; init; } = WorkshopReader.Anyone;
}

/// <summary>
/// Replaces the whole workshop of a theme, all or nothing. Refused, with the JSON path of every fault, when the
/// document breaks a rule; nothing is changed then.
/// </summary>
/// <param name="Document">The new content; its <c>Theme</c> is the key of the theme that is asked.</param>
public sealed record ReplaceWorkshop(WorkshopDocument Document) : IRequest<Outcome>;

/// <summary>Asks a theme what a careful reader would want to check in its data.</summary>
/// <param name="Departements">Code and name of the départements of the seminar's region.</param>
public sealed record GetDataChecks(IReadOnlyDictionary<string, string> Departements) : IRequest<IReadOnlyList<DataCheck>>;

/// <summary>A point to check in a workshop's data; never a refusal.</summary>
/// <param name="Kind">What kind of point it is.</param>
/// <param name="Message">A French sentence that says what was found, with its figures.</param>
/// <param name="Anchor">Fragment of the workshop page where it can be seen, without the number sign.</param>
public sealed record DataCheck(DataCheckKind Kind, string Message, string Anchor);

/// <summary>Kinds of data checks.</summary>
public enum DataCheckKind
{
    /// <summary>The announced attendance differs from the sum of its parts.</summary>
    AttendanceMismatch,

    /// <summary>A département code does not match the place that the organisation names, or is unknown.</summary>
    DepartementMismatch,

    /// <summary>No room is known.</summary>
    MissingRoom,

    /// <summary>A role of the team is filled by nobody.</summary>
    MissingRole,

    /// <summary>An axis of the plan has no proposal.</summary>
    AxisWithoutProposal,

    /// <summary>A heading gathers no note.</summary>
    HeadingWithoutNote,
}

/// <summary>
/// Removes a quote from a theme's workshop: whoever was quoted has withdrawn the consent. It is gone from every page and every
/// later export.
/// </summary>
/// <param name="Quote">The quote, as the workshop shows it.</param>
public sealed record RemoveQuote(Quote Quote) : IRequest<bool>;
