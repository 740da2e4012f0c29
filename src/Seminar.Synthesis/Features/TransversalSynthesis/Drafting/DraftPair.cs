using MediatR;
using Microsoft.Extensions.Logging;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Drafting;

/// <summary>Has the language model reword both sides of a pair.</summary>
/// <param name="Pair">Key of the pair.</param>
internal sealed record DraftPair(string Pair) : IRequest<PairDraft>;

/// <summary>Both sides reworded, or why not.</summary>
/// <param name="Pair">Key of the pair.</param>
/// <param name="Plus">What works, in the model's words.</param>
/// <param name="Minus">What resists.</param>
/// <param name="PlusItems">What the first sentences cite.</param>
/// <param name="MinusItems">What the second ones cite.</param>
/// <param name="Remark">What to know of it, in French: sentences that were dropped, or why there is none.</param>
public sealed record PairDraft(string Pair, string Plus, string Minus, IReadOnlyList<ItemReference> PlusItems, IReadOnlyList<ItemReference> MinusItems, string? Remark)
{
    internal static PairDraft Nothing(string pair, string why) => new(pair, "", "", [], [], why);
}

internal sealed class DraftPairHandler(IMediator mediator, LanguageModel model, ILogger<DraftPairHandler> log) : IRequestHandler<DraftPair, PairDraft>
{
    /// <summary>More notes than a model reads with care.</summary>
    private const int MostItems = 60;

    public async Task<PairDraft> Handle(DraftPair request, CancellationToken cancellationToken)
    {
        var reading = await mediator.Send(new ReadSynthesis(), cancellationToken);
        if (reading.Pairs.FirstOrDefault(pair => pair.Key == request.Pair) is not { } pair)
        {
            return PairDraft.Nothing(request.Pair, "Ce sujet n’existe plus.");
        }

        if (model.Server is null)
        {
            return PairDraft.Nothing(request.Pair, "Aucun modèle de langue n’est configuré : rien n’a été envoyé.");
        }

        try
        {
            var plus = await WriteAsync(pair.Plus, cancellationToken);
            var minus = await WriteAsync(pair.Minus, cancellationToken);
            var dropped = plus.Dropped + minus.Dropped;
            return new PairDraft(
                request.Pair, plus.Text, minus.Text, [.. plus.Cited.Select(ItemReference.To)], [.. minus.Cited.Select(ItemReference.To)],
                plus.Text.Length + minus.Text.Length == 0 ? "Le modèle n’a cité aucune note : rien de ce qu’il a écrit n’est gardé."
                : dropped > 0 ? $"{dropped} phrase(s) sans citation valable ont été laissées de côté." : null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What the server says may quote the notes: the kind of fault is enough.
            log.LogWarning("The language model at {Server} did not answer: {Fault}", model.Server, exception.GetType().Name);
            return PairDraft.Nothing(request.Pair, $"Le modèle de langue ({model.Server}) n’a pas répondu. Écrivez la phrase, ou réessayez.");
        }
    }

    private async Task<DraftedText> WriteAsync(PairSide side, CancellationToken cancel)
    {
        var items = side.Items.Take(MostItems).ToList();
        return DraftedText.Keep(await model.AskAsync(DraftedText.Instruction, DraftedText.Notes(side.Label, items), cancel), items);
    }
}
