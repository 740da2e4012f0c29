using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.SeminarContent;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Synthesis.Features.TransversalSynthesis.Finding;
using Seminar.Synthesis.Features.TransversalSynthesis.Written;
using Seminar.Synthesis.Themes;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The synthesis as it stands: what is written, what is found, what was decided.</summary>
public sealed record ReadSynthesis : IRequest<SynthesisReading>;

/// <summary>The synthesis as it stands.</summary>
/// <param name="Written">The sentences that a person wrote, with their evidence.</param>
/// <param name="Topics">What recurs, rejected ones included.</param>
/// <param name="Pairs">What works facing what resists, among the topics that were not rejected.</param>
/// <param name="Axes">What is proposed in common, rejected ones included.</param>
/// <param name="Themes">The themes that answered, in their order.</param>
/// <param name="Missing">Those that did not, or do not run.</param>
/// <param name="Faults">What of a theme's vocabulary could not be read, in French.</param>
/// <param name="Items">All notes and proposals that were looked at.</param>
public sealed record SynthesisReading(
    WrittenSynthesis Written, IReadOnlyList<Subject> Topics, IReadOnlyList<TopicPair> Pairs, IReadOnlyList<Subject> Axes,
    IReadOnlyList<ThemeIdentity> Themes, IReadOnlyList<MissingTheme> Missing, IReadOnlyList<string> Faults, IReadOnlyList<TopicItem> Items)
{
    /// <summary>The topics or the axes.</summary>
    public IReadOnlyList<Subject> Of(SubjectKind kind) => kind == SubjectKind.Topic ? Topics : Axes;

    /// <summary>The name of a theme.</summary>
    public string NameOf(string theme) => Themes.FirstOrDefault(each => each.Key == theme)?.Name ?? theme;
}

internal sealed class ReadSynthesisHandler(IMediator mediator, IModuleDatabase database) : IRequestHandler<ReadSynthesis, SynthesisReading>
{
    public async Task<SynthesisReading> Handle(ReadSynthesis request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindTopics(), cancellationToken);
        var seminar = await mediator.Send(new GetSeminar(), cancellationToken);
        var (topics, axes, evidence) = await database.ReadSnapshotAsync(
            connection => (StoredDecisions.Read(connection, SubjectKind.Topic), StoredDecisions.Read(connection, SubjectKind.Axis), StoredEvidence.Read(connection)), cancellationToken);
        var items = found.Findings.Items;
        var subjects = ApplyDecisions.To(found.Findings.Topics, items, topics);
        return new SynthesisReading(
            Written(seminar?.Document.Synthesis, evidence, items, found.Vocabulary),
            subjects,
            TopicPairs.Of([.. subjects.Where(subject => subject.State != SubjectState.Rejected).Select(subject => subject.Topic)], found.Vocabulary),
            ApplyDecisions.To(found.Findings.Axes, items, axes),
            found.Themes, found.Missing, found.Faults, items);
    }

    private static WrittenSynthesis Written(
        Contracts.Workshops.TransversalSynthesis? synthesis, ILookup<string, (ItemReference Reference, string Text)> evidence, IReadOnlyList<TopicItem> items, Lexicon vocabulary)
    {
        var byReference = items.GroupBy(ItemReference.To).ToDictionary(group => group.Key, group => group.First());
        var byText = items.GroupBy(item => (item.Theme, item.Item.Text)).ToDictionary(group => group.Key, group => group.First());
        return new WrittenSynthesis(
            [.. (synthesis?.Rows ?? []).Select(row => new WrittenRow(Cited(row.Plus), Cited(row.Minus)))],
            [.. (synthesis?.Axes ?? []).Select(Cited)],
            VersionOf(synthesis));

        // A workshop that was imported again has the same notes under other identifiers.
        Sentence Cited(string text) => new(text, [.. evidence[text].Select(each => new Evidence(
            each.Reference, each.Text, byReference.GetValueOrDefault(each.Reference) ?? byText.GetValueOrDefault((each.Reference.Theme, each.Text))))],
            [.. vocabulary.LabelsIn(text).Select(Slug.Of)]);
    }

    internal static string VersionOf(Contracts.Workshops.TransversalSynthesis? synthesis) => synthesis is null
        ? "vide"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(synthesis, SeedJson.Options))))[..16];
}
