using Seminar.Contracts.Reports;

namespace Seminar.Reports.Model;

/// <summary>
/// The document that people keep, before any format: what every writer draws, and what tests compare with what they read back.
/// Its texts are ready to be shown.
/// </summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Subtitle">What stands under it.</param>
/// <param name="Standing">Lines of the cover that say what this copy is: draft or version, when, what is missing.</param>
/// <param name="Cover">What the cover says besides: the objectives.</param>
/// <param name="Sections">The chapters.</param>
public sealed record Report(
    string Title, string Subtitle, IReadOnlyList<string> Standing, IReadOnlyList<ReportBlock> Cover, IReadOnlyList<Section> Sections)
{
    /// <summary>All sections, in the order of reading.</summary>
    public IEnumerable<Section> AllSections() => Sections.SelectMany(section => section.WithInner());
}

/// <summary>A section, with its number in the whole.</summary>
/// <param name="Level">1 for a chapter.</param>
/// <param name="Number">As <c>2.5.1</c>.</param>
/// <param name="Title">Its heading, without the number.</param>
/// <param name="Blocks">What it says before its inner sections.</param>
/// <param name="Sections">Inner sections.</param>
public sealed record Section(int Level, string Number, string Title, IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<Section> Sections)
{
    /// <summary>Unique in the document; letters, digits and hyphens.</summary>
    public string Anchor => "s-" + Number.Replace('.', '-');

    /// <summary>This one and those inside it, in the order of reading.</summary>
    public IEnumerable<Section> WithInner() => Sections.SelectMany(section => section.WithInner()).Prepend(this);
}
