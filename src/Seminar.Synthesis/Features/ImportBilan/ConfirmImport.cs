using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.SeminarContent;

namespace Seminar.Synthesis.Features.ImportBilan;

/// <summary>Puts what was read in the place of what is there, workshop by workshop, each all or nothing.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Themes">For each workshop of it, the theme that takes it; empty for none.</param>
/// <param name="TakesSeminar">Whether the seminar, or its synthesis, is replaced too.</param>
internal sealed record ConfirmImport(Guid Draft, IReadOnlyList<string> Themes, bool TakesSeminar) : IRequest<ImportResult?>;

/// <summary>What became of each part.</summary>
/// <param name="Parts">Each with its refusals; none when it was taken.</param>
/// <param name="Refusal">Why nothing was done at all, or null.</param>
public sealed record ImportResult(IReadOnlyList<ImportedPart> Parts, string? Refusal);

/// <summary>A workshop, or the seminar.</summary>
public sealed record ImportedPart(string Title, string? Address, IReadOnlyList<Refusal> Refusals);

internal sealed class ConfirmImportHandler(ImportDrafts drafts, IThemes themes, IMediator mediator) : IRequestHandler<ConfirmImport, ImportResult?>
{
    public async Task<ImportResult?> Handle(ConfirmImport request, CancellationToken cancellationToken)
    {
        if (drafts.Find(request.Draft) is not { } draft)
        {
            return null;
        }

        var chosen = draft.Workshops.Zip(request.Themes).Where(pair => pair.Second.Length > 0).ToList();
        if (chosen.GroupBy(pair => pair.Second).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new ImportResult([], $"Deux ateliers vont à la même thématique : « {twice.First().First.Title} » et « {twice.Last().First.Title} ». Choisissez-en une autre pour l’un d’eux.");
        }

        if (chosen.Count == 0 && !request.TakesSeminar)
        {
            return new ImportResult([], "Rien n’est choisi : dites au moins à quelle thématique va un atelier.");
        }

        var parts = new List<ImportedPart>();
        foreach (var (workshop, key) in chosen)
        {
            parts.Add(await ReplaceAsync(workshop, key, cancellationToken));
        }

        if (request.TakesSeminar)
        {
            parts.Add(await ReplaceSeminarAsync(draft, cancellationToken));
        }

        if (parts.TrueForAll(part => part.Refusals.Count == 0))
        {
            drafts.Forget(draft.Id);
        }

        return new ImportResult(parts, null);
    }

    private async Task<ImportedPart> ReplaceAsync(WorkshopDocument workshop, string key, CancellationToken cancel)
    {
        if (themes.Running.FirstOrDefault(each => each.Identity.Key == key) is not { } theme)
        {
            return new ImportedPart(workshop.Title, null, [new Refusal("", "Cette thématique n’est pas en service.")]);
        }

        var outcome = await theme.AskAsync(new ReplaceWorkshop(workshop with { Theme = key }), cancel);
        return new ImportedPart(workshop.Title, theme.Identity.Address, outcome.Refusals);
    }

    private async Task<ImportedPart> ReplaceSeminarAsync(ImportDraft draft, CancellationToken cancel)
    {
        var stored = (await mediator.Send(new GetSeminar(), cancel))?.Document;
        var seminar = draft.Seminar ?? (stored is null || draft.Synthesis is null ? null : stored with { Synthesis = draft.Synthesis });
        return seminar is null
            ? new ImportedPart("La synthèse transversale", null, [new Refusal("", "Aucun séminaire n’est ouvert : importez-le d’abord.")])
            : new ImportedPart(draft.Seminar is null ? "La synthèse transversale" : seminar.Title, "/synthese", (await mediator.Send(new ReplaceSeminar(seminar, IsSample: false), cancel)).Refusals);
    }
}
