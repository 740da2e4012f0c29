using MediatR;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Workshops;

namespace Seminar.Contracts.Themes;

/// <summary>What a theme adds to shared pages; filled in <see cref="ITheme.Describe"/>.</summary>
public sealed class ThemeDescription
{
    private readonly List<ThemePanel> _panels = [];
    private readonly List<ThemeLink> _links = [];
    private readonly List<ThemeReportSection> _reportSections = [];
    private readonly List<ThemeTopic> _topics = [];
    private readonly List<string> _offer = [];
    private readonly List<ThemeEvidence> _evidence = [];

    /// <summary>Sections that the theme adds to its workshop page, in order.</summary>
    public IReadOnlyList<ThemePanel> Panels => _panels;

    /// <summary>Links to the theme's own pages, in order.</summary>
    public IReadOnlyList<ThemeLink> Links => _links;

    /// <summary>Sections that the theme adds to its chapter of the bilan, in order.</summary>
    public IReadOnlyList<ThemeReportSection> ReportSections => _reportSections;

    /// <summary>What the theme knows of its field, for the transversal synthesis.</summary>
    public IReadOnlyList<ThemeTopic> Topics => _topics;

    /// <summary>Thématiques of data·inclusion, or categories, whose services the workshop page shows.</summary>
    public IReadOnlyList<string> Offer => _offer;

    /// <summary>What the theme's own tools bring to the transversal synthesis, beside the workshop's board and plan.</summary>
    public IReadOnlyList<ThemeEvidence> Evidence => _evidence;

    /// <summary>
    /// Adds the theme's part to the lexicon of the transversal synthesis: a topic, with the words that tell it. A label that the
    /// lexicon already knows gets these words in addition. Cues, each a string:
    /// <c>permis</c> that word under all its forms; <c>code de la route</c> that expression; <c>simplifi*</c> all that begins so;
    /// <c>entreprise|employeur + exigence</c> together in a text; <c>formation !conseiller</c> one without the other;
    /// <c>territoire (-)</c> among freins and obstacles alone, <c>(+)</c> among réussites and forces, <c>(p)</c> among proposals;
    /// <c>confiance ?</c> a hint, that takes another one or the title above.
    /// A cue that cannot be read leaves the topic out, and the synthesis says so.
    /// </summary>
    /// <param name="label">The topic, as a person would write it, in French.</param>
    /// <param name="cues">What tells it.</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddTopic(string label, params string[] cues)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentNullException.ThrowIfNull(cues);
        _topics.Add(new ThemeTopic(label, cues));
        return this;
    }

    /// <summary>
    /// Brings what the theme's own tools know to the transversal synthesis, as notes and proposals beside those of the workshop. The query
    /// is sent to the theme's mediator when its database has changed; one that throws is left out. Never anything about a person.
    /// </summary>
    /// <param name="query">Makes the query. Its items keep their identifiers from one time to the next.</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddEvidence(Func<IRequest<IReadOnlyList<ContributedItem>>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        _evidence.Add(new ThemeEvidence((mediator, cancel) => mediator.Send(query(), cancel)));
        return this;
    }

    /// <summary>
    /// Shows « L’offre pour ce thème » on the workshop page: the services of the directory that belong to these thématiques. May be called
    /// several times.
    /// </summary>
    /// <param name="themes">Thématiques of data·inclusion v1 (<c>mobilite--preparer-un-permis</c>), or categories (<c>mobilite</c>).</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddOffer(params string[] themes)
    {
        ArgumentNullException.ThrowIfNull(themes);
        Array.ForEach(themes, theme => ArgumentException.ThrowIfNullOrWhiteSpace(theme));
        _offer.AddRange(themes);
        return this;
    }

    /// <summary>
    /// Adds a section to the workshop page. The query is sent to the theme's mediator at each display and its answer
    /// given to the component. A panel that throws, or is not ready within two seconds, is replaced by a short notice.
    /// </summary>
    /// <typeparam name="TComponent">The component that shows the answer.</typeparam>
    /// <typeparam name="TView">The answer.</typeparam>
    /// <param name="title">Heading of the section, in French.</param>
    /// <param name="query">Makes the query.</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddPanel<TComponent, TView>(string title, Func<IRequest<TView>> query)
        where TComponent : ViewComponent<TView>
        where TView : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(query);
        _panels.Add(new ThemePanel(title, typeof(TComponent), async (mediator, cancel) => await mediator.Send(query(), cancel)));
        return this;
    }

    /// <summary>
    /// Adds a section to the theme's chapter of the bilan. The query is sent to the theme's mediator each time that a bilan is made.
    /// A section that throws, or is not ready within a second, is replaced by a sentence that says so; one without a block is left out.
    /// </summary>
    /// <typeparam name="TView">The answer.</typeparam>
    /// <param name="title">Heading of the section, in French.</param>
    /// <param name="query">Makes the query.</param>
    /// <param name="write">Turns the answer into blocks.</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddReportSection<TView>(string title, Func<IRequest<TView>> query, Func<TView, IReadOnlyList<ReportBlock>> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(write);
        _reportSections.Add(new ThemeReportSection(title, async (mediator, cancel) => write(await mediator.Send(query(), cancel))));
        return this;
    }

    /// <summary>Adds a link to one of the theme's own pages, shown on its workshop page.</summary>
    /// <param name="label">Text of the link, in French.</param>
    /// <param name="path">Address relative to <c>/ateliers/{slug}/</c>.</param>
    /// <returns>This description.</returns>
    public ThemeDescription AddLink(string label, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _links.Add(new ThemeLink(label, path));
        return this;
    }
}

/// <summary>A section that a theme adds to its workshop page.</summary>
/// <param name="Title">Heading of the section, in French.</param>
/// <param name="Component">A <see cref="ViewComponent{TView}"/>.</param>
/// <param name="Query">Fetches the component's view from the theme's mediator.</param>
public sealed record ThemePanel(string Title, Type Component, Func<IMediator, CancellationToken, Task<object>> Query);

/// <summary>A link to one of a theme's own pages.</summary>
/// <param name="Label">Text of the link, in French.</param>
/// <param name="Path">Address relative to <c>/ateliers/{slug}/</c>.</param>
public sealed record ThemeLink(string Label, string Path);

/// <summary>A section that a theme adds to its chapter of the bilan.</summary>
/// <param name="Title">Heading of the section, in French.</param>
/// <param name="Write">Fetches what it says from the theme's mediator.</param>
public sealed record ThemeReportSection(string Title, Func<IMediator, CancellationToken, Task<IReadOnlyList<ReportBlock>>> Write);

/// <summary>What a theme's own tools bring to the transversal synthesis.</summary>
/// <param name="Query">Fetches the items from the theme's mediator.</param>
public sealed record ThemeEvidence(Func<IMediator, CancellationToken, Task<IReadOnlyList<ContributedItem>>> Query);

/// <summary>A topic that a theme knows of.</summary>
/// <param name="Label">As a person would write it, in French.</param>
/// <param name="Cues">What tells it, as <see cref="ThemeDescription.AddTopic"/> says.</param>
public sealed record ThemeTopic(string Label, IReadOnlyList<string> Cues);
