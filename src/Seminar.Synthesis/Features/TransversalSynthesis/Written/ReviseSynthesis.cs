using System.Data.Common;
using System.Text.Json;
using Dapper;
using MediatR;
using Seminar.Contracts;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Topics.Detection;
using Text = Seminar.Contracts.Workshops.TransversalSynthesis;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Written;

/// <summary>Changes the written synthesis, or what its sentences rest on.</summary>
/// <param name="Version">The <see cref="WrittenSynthesis.Version"/> that it was made on.</param>
/// <param name="Revision">What changes.</param>
internal sealed record ReviseSynthesis(string Version, Revision Revision) : IRequest<RevisionOutcome>;

/// <summary>What came of it.</summary>
/// <param name="Outcome">Accepted, or why not.</param>
/// <param name="IsOutdated">Whether somebody wrote in between.</param>
internal sealed record RevisionOutcome(Outcome Outcome, bool IsOutdated = false);

internal sealed class ReviseSynthesisHandler(IMediator mediator, IModuleDatabase database) : IRequestHandler<ReviseSynthesis, RevisionOutcome>
{
    private const int LongestSentence = 1000;
    private static readonly Text Nothing = new([], [], [], []);

    public async Task<RevisionOutcome> Handle(ReviseSynthesis request, CancellationToken cancellationToken)
    {
        if (Fault(request.Revision) is { } fault)
        {
            return new RevisionOutcome(Outcome.Refused("", fault));
        }

        var reading = await mediator.Send(new ReadSynthesis(), cancellationToken);
        return await database.WriteAsync(connection => Write(connection, request, reading), cancellationToken);
    }

    private static RevisionOutcome Write(DbConnection connection, ReviseSynthesis request, SynthesisReading reading)
    {
        if (connection.QueryFirstOrDefault<string>("SELECT document FROM seminar") is not { } stored)
        {
            return new RevisionOutcome(Outcome.Refused("", "Il n’y a pas encore de séminaire : importez-le d’abord."));
        }

        var seminar = JsonSerializer.Deserialize<SeminarDocument>(stored, SeedJson.Options)!;
        if (ReadSynthesisHandler.VersionOf(seminar.Synthesis) != request.Version)
        {
            return new RevisionOutcome(Outcome.Refused("", "Quelqu’un vient d’écrire dans la synthèse. Rien n’a été remplacé : voici où elle en est, votre texte est resté dans son champ."), IsOutdated: true);
        }

        var before = seminar.Synthesis ?? Nothing;
        var after = Revised.Apply(before, request.Revision);
        connection.Execute("UPDATE seminar SET document = @document", new { document = JsonSerializer.Serialize(seminar with { Synthesis = after }, SeedJson.Options) });
        var evidence = StoredEvidence.Read(connection);
        foreach (var (from, to) in Revised.Renamed(before, request.Revision).Where(each => each.Before != each.After))
        {
            StoredEvidence.Write(connection, to, evidence[to].Concat(evidence[from]));
        }

        foreach (var (sentence, items) in Cited(request.Revision, reading))
        {
            StoredEvidence.Write(connection, sentence, evidence[sentence].Concat(items.Select(item => (ItemReference.To(item), item.Item.Text))));
        }

        if (request.Revision is Uncite uncited)
        {
            StoredEvidence.Write(connection, uncited.Sentence, evidence[uncited.Sentence].Where(each => !uncited.Items.Contains(each.Reference)));
        }

        return new RevisionOutcome(Outcome.Done);
    }

    private static string? Fault(Revision revision)
    {
        string[] texts = revision switch
        {
            AddRow row => [row.Plus, row.Minus],
            ChangeRow row => [row.Plus, row.Minus],
            AddAxis axis => [axis.Sentence],
            ChangeAxis axis => [axis.Sentence],
            _ => [],
        };
        return texts.Any(string.IsNullOrWhiteSpace) ? "Écrivez la phrase ; pour une ligne, les deux côtés."
            : texts.Any(text => text.Length > LongestSentence) ? $"Une phrase tient en {LongestSentence} caractères."
            : null;
    }

    private static IEnumerable<(string Sentence, IEnumerable<TopicItem> Items)> Cited(Revision revision, SynthesisReading reading)
    {
        switch (revision)
        {
            case AddRow { Pair: { } key } row when reading.Pairs.FirstOrDefault(pair => pair.Key == key) is { } pair:
                yield return (row.Plus, Chosen(pair.Plus.Items, row.PlusItems));
                yield return (row.Minus, Chosen(pair.Minus.Items, row.MinusItems));
                break;
            case AddAxis { Axis: { } key } axis when reading.Axes.FirstOrDefault(subject => subject.Topic.Key == key) is { } subject:
                yield return (axis.Sentence, subject.Topic.Items);
                break;
            case Cite cite when reading.Of(cite.Kind).FirstOrDefault(subject => subject.Topic.Key == cite.Key) is { } subject:
                yield return (cite.Sentence, OnItsSide(cite.Sentence, subject.Topic.Items, reading.Written));
                break;
        }
    }

    private static IEnumerable<TopicItem> Chosen(IReadOnlyList<TopicItem> items, IReadOnlyList<ItemReference> chosen) =>
        chosen.Count == 0 ? items : items.Where(item => chosen.Contains(ItemReference.To(item)));

    // What works is shown by réussites and forces, what resists by freins and obstacles.
    private static IEnumerable<TopicItem> OnItsSide(string sentence, IReadOnlyList<TopicItem> items, WrittenSynthesis written) =>
        written.Rows.Any(row => row.Plus.Text == sentence) ? items.Where(item => item.IsAsset)
        : written.Rows.Any(row => row.Minus.Text == sentence) ? items.Where(item => item.IsDifficulty)
        : items;
}
