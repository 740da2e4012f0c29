using System.Text.Json.Serialization;
using MediatR;
using Seminar.Contracts.Workshops;

namespace Seminar.Contracts.Reports;

/// <summary>Asks a theme for what its chapter of the bilan says. Null while its workshop is empty, and for a version that was never published.</summary>
/// <param name="Version">A version that was published; null for the text as it is now.</param>
public sealed record GetReportContent(int? Version = null) : IRequest<ReportContent?>
{
    /// <summary>For whom it is read.</summary>
    public WorkshopReader Reader { get; init; } = WorkshopReader.Anyone;
}

/// <summary>What a theme's chapter of the bilan says.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Standing">Where its bilan stands.</param>
/// <param name="Sections">What the theme adds, in order.</param>
public sealed record ReportContent(WorkshopDocument Workshop, ReportStanding Standing, IReadOnlyList<ReportSection> Sections);

/// <summary>A section that a theme adds to its chapter of the bilan.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says.</param>
public sealed record ReportSection(string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>Where a bilan stands.</summary>
/// <param name="State">Its state.</param>
/// <param name="Version">Number of the last version that was published, from 1; null before.</param>
/// <param name="PublishedAt">When that was.</param>
public sealed record ReportStanding(ReportState State, int? Version, DateTimeOffset? PublishedAt)
{
    /// <summary>Nothing was said of it yet.</summary>
    public static ReportStanding Draft { get; } = new(ReportState.Draft, null, null);
}

/// <summary>States of a bilan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    /// <summary>Being written.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>Written, and read again by others.</summary>
    [JsonStringEnumMemberName("in-review")]
    InReview,

    /// <summary>Published as it stands; what is changed afterwards is a draft again.</summary>
    [JsonStringEnumMemberName("published")]
    Published,
}
