using MediatR;
using Seminar.Contracts.Reference;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>What a draft would change, before anyone confirms it.</summary>
internal sealed record PreviewImport(Guid Draft) : IRequest<ImportPreview?>;

/// <summary>What a draft would change.</summary>
/// <param name="Draft">What was read.</param>
/// <param name="Themes">The themes to choose from, each with what its workshop holds now.</param>
/// <param name="Proposed">For each workshop of the draft, the key of the theme that it looks like; empty when it looks like none.</param>
public sealed record ImportPreview(ImportDraft Draft, IReadOnlyList<ThemeNow> Themes, IReadOnlyList<string> Proposed);

/// <summary>A theme with what its workshop holds now; null while it is empty.</summary>
public sealed record ThemeNow(ThemeIdentity Theme, WorkshopDocument? Workshop);

internal sealed class PreviewImportHandler(ImportDrafts drafts, EveryTheme themes) : IRequestHandler<PreviewImport, ImportPreview?>
{
    public async Task<ImportPreview?> Handle(PreviewImport request, CancellationToken cancellationToken)
    {
        if (drafts.Find(request.Draft) is not { } draft)
        {
            return null;
        }

        var answers = await themes.AskAsync(() => new GetWorkshop { Reader = WorkshopReader.Team }, cancellationToken);
        var now = answers.Given.Select(answer => new ThemeNow(answer.Theme, answer.Content)).ToList();
        return new ImportPreview(draft, now, [.. draft.Workshops.Select(workshop => Guess(workshop, now))]);
    }

    private static string Guess(WorkshopDocument workshop, List<ThemeNow> themes)
    {
        var title = PlaceNames.Plain(workshop.Title).ToLowerInvariant();
        var found = themes.Find(each => each.Theme.Key == workshop.Theme)
            ?? themes.Find(each => each.Workshop is { } now && PlaceNames.Plain(now.Title).Equals(title, StringComparison.OrdinalIgnoreCase))
            ?? themes.Find(each => title.Contains(PlaceNames.Plain(each.Theme.Name).ToLowerInvariant(), StringComparison.Ordinal));
        return found?.Theme.Key ?? "";
    }
}
