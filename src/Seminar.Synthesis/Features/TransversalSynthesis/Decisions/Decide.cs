using System.Data.Common;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Synthesis.Features.TransversalSynthesis.Finding;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Decisions;

/// <summary>What can be decided about a topic or an axis.</summary>
internal enum Gesture
{
    Accept,
    Reject,
    Reset,
    Rename,
    Merge,
    Separate,
    TakeOut,
    Move,
    Split,
    Look,
}

/// <summary>Decides something about a topic or an axis.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Key">Which one.</param>
/// <param name="Version">The version that the decision was made on: two people never undo each other unknowingly.</param>
/// <param name="Gesture">What is decided.</param>
/// <param name="Label">A new label, for <see cref="Gesture.Rename"/> and <see cref="Gesture.Split"/>.</param>
/// <param name="Target">Another one, for <see cref="Gesture.Merge"/>, <see cref="Gesture.Separate"/> and <see cref="Gesture.Move"/>.</param>
/// <param name="Items">Notes and proposals, for <see cref="Gesture.TakeOut"/>, <see cref="Gesture.Move"/> and <see cref="Gesture.Split"/>.</param>
internal sealed record Decide(
    SubjectKind Kind, string Key, int Version, Gesture Gesture, string? Label, string? Target, IReadOnlyList<ItemReference> Items) : IRequest<DecisionOutcome>;

/// <summary>What came of a decision.</summary>
/// <param name="Outcome">Accepted, or why not.</param>
/// <param name="Key">The one to look at next.</param>
/// <param name="IsOutdated">Whether somebody else decided in between.</param>
internal sealed record DecisionOutcome(Outcome Outcome, string Key, bool IsOutdated = false);

internal sealed class DecideHandler(IMediator mediator, IModuleDatabase database, TimeProvider clock) : IRequestHandler<Decide, DecisionOutcome>
{
    private const int LongestLabel = 120;

    public async Task<DecisionOutcome> Handle(Decide request, CancellationToken cancellationToken)
    {
        var found = (await mediator.Send(new FindTopics(), cancellationToken)).Findings;
        var topics = request.Kind == SubjectKind.Topic ? found.Topics : found.Axes;
        return await database.WriteAsync(
            connection =>
            {
                var before = StoredDecisions.Read(connection, request.Kind);
                var subjects = ApplyDecisions.To(topics, found.Items, before);
                if (Refuse(request, subjects, before) is { } refusal)
                {
                    return refusal;
                }

                var writer = new DecisionWriter(connection, request.Kind, before, clock.GetUtcNow());
                var key = Write(request, writer);
                var after = ApplyDecisions.To(topics, found.Items, StoredDecisions.Read(connection, request.Kind));
                foreach (var touched in writer.Touched)
                {
                    writer.Look(touched, after.FirstOrDefault(subject => subject.Topic.Key == touched)?.Topic.Items ?? []);
                }

                return new DecisionOutcome(Outcome.Done, key);
            },
            cancellationToken);
    }

    private static DecisionOutcome? Refuse(Decide request, IReadOnlyList<Subject> subjects, Decided before)
    {
        if (subjects.FirstOrDefault(subject => subject.Topic.Key == request.Key) is not { } subject)
        {
            return new DecisionOutcome(Outcome.Refused("", "Ce sujet n’existe plus."), request.Key);
        }

        if (subject.Version != request.Version)
        {
            return new DecisionOutcome(Outcome.Refused("", "Quelqu’un vient de décider autre chose sur ce sujet. Voici où il en est ; refaites votre geste s’il vaut toujours."), request.Key, IsOutdated: true);
        }

        var known = subject.Topic.Items.Select(ItemReference.To).ToHashSet();
        var message = request.Gesture switch
        {
            Gesture.Rename or Gesture.Split when string.IsNullOrWhiteSpace(request.Label) => "Écrivez un intitulé.",
            Gesture.Rename or Gesture.Split when request.Label!.Trim().Length > LongestLabel => $"L’intitulé tient en {LongestLabel} caractères.",
            Gesture.TakeOut or Gesture.Move or Gesture.Split when request.Items.Count == 0 => "Choisissez au moins une note ou une proposition.",
            Gesture.TakeOut or Gesture.Move or Gesture.Split when !request.Items.All(known.Contains) => "Une des notes choisies n’est plus ici.",
            Gesture.Split when request.Items.Count == known.Count => "Laissez au moins une note à ce sujet, ou renommez-le.",
            Gesture.Merge or Gesture.Move when request.Target == request.Key || subjects.All(each => each.Topic.Key != request.Target) => "Choisissez un autre sujet de la liste.",
            Gesture.Separate when before.Subjects.GetValueOrDefault(request.Target ?? "")?.MergedInto is null => "Ces sujets ne sont pas réunis.",
            _ => null,
        };
        return message is null ? null : new DecisionOutcome(Outcome.Refused("", message), request.Key);
    }

    private static string Write(Decide request, DecisionWriter writer)
    {
        switch (request.Gesture)
        {
            case Gesture.Accept:
                writer.Keep(request.Key, state: SubjectState.Accepted);
                return request.Key;
            case Gesture.Reject:
                writer.Keep(request.Key, state: SubjectState.Rejected);
                return request.Key;
            case Gesture.Reset:
                writer.Keep(request.Key, state: SubjectState.Proposed);
                return request.Key;
            case Gesture.Rename:
                writer.Keep(request.Key, label: request.Label!.Trim(), state: SubjectState.Accepted);
                return request.Key;
            case Gesture.Merge:
                writer.Merge(request.Key, request.Target);
                writer.Keep(request.Target!);
                return request.Target!;
            case Gesture.Separate:
                writer.Merge(request.Target!, null);
                writer.Keep(request.Key);
                return request.Key;
            case Gesture.TakeOut:
                writer.Keep(request.Key);
                writer.Place(request.Key, request.Items, isIn: false);
                return request.Key;
            case Gesture.Move:
                writer.Keep(request.Key);
                writer.Keep(request.Target!);
                writer.Place(request.Key, request.Items, isIn: false);
                writer.Place(request.Target!, request.Items, isIn: true);
                return request.Key;
            case Gesture.Split:
                var own = $"propre-{Guid.CreateVersion7():N}";
                writer.Keep(request.Key);
                writer.Keep(own, label: request.Label!.Trim(), state: SubjectState.Accepted);
                writer.Place(request.Key, request.Items, isIn: false);
                writer.Place(own, request.Items, isIn: true);
                return own;
            default:
                writer.Keep(request.Key);
                return request.Key;
        }
    }
}

/// <summary>Writes decisions, and remembers about which subjects.</summary>
internal sealed class DecisionWriter(DbConnection connection, SubjectKind kind, Decided before, DateTimeOffset now)
{
    private readonly HashSet<string> _touched = [];

    public IReadOnlyCollection<string> Touched => _touched;

    /// <summary>Keeps a subject, with another label or state if one is given.</summary>
    public void Keep(string key, string? label = null, SubjectState? state = null)
    {
        _touched.Add(key);
        var known = before.Subjects.GetValueOrDefault(key);
        connection.Execute(
            """
            INSERT INTO synthesis_subject (kind, key, label, state, version, decided_at) VALUES (@kind, @key, @label, @state, 1, @now)
            ON CONFLICT (kind, key) DO UPDATE SET label = @label, state = @state, version = version + 1, decided_at = @now
            """,
            new { kind = StoredDecisions.Word(kind), key, label = label ?? known?.Label, state = (state ?? known?.State ?? SubjectState.Proposed).ToString().ToLowerInvariant(), now });
    }

    /// <summary>Merges a subject into another one, or gives it back its own life.</summary>
    public void Merge(string key, string? target)
    {
        Keep(key);
        connection.Execute("UPDATE synthesis_subject SET merged_into = @target WHERE kind = @kind AND key = @key", new { kind = StoredDecisions.Word(kind), key, target });
    }

    public void Place(string key, IReadOnlyList<ItemReference> items, bool isIn) => connection.Execute(
        """
        INSERT INTO synthesis_placement (kind, key, theme, item, is_in) VALUES (@kind, @key, @Theme, @Id, @isIn)
        ON CONFLICT (kind, key, theme, item) DO UPDATE SET is_in = @isIn
        """,
        items.Select(item => new { kind = StoredDecisions.Word(kind), key, item.Theme, item.Id, isIn }));

    /// <summary>Remembers what a subject holds now.</summary>
    public void Look(string key, IReadOnlyList<TopicItem> items)
    {
        var of = new { kind = StoredDecisions.Word(kind), key };
        connection.Execute("DELETE FROM synthesis_seen WHERE kind = @kind AND key = @key", of);
        connection.Execute(
            "INSERT INTO synthesis_seen (kind, key, theme, item, text) VALUES (@kind, @key, @theme, @id, @text)",
            items.Select(item => new { of.kind, of.key, theme = item.Theme, id = item.Item.Id, text = item.Item.Text }));
    }
}
