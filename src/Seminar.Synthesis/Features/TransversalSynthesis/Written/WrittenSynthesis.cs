using System.Data.Common;
using Dapper;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Written;

/// <summary>The synthesis that people read: sentences, each with the notes that it rests on.</summary>
/// <param name="Rows">What works facing what resists.</param>
/// <param name="Axes">The shared axes.</param>
/// <param name="Version">Tells one writing from the next.</param>
public sealed record WrittenSynthesis(IReadOnlyList<WrittenRow> Rows, IReadOnlyList<Sentence> Axes, string Version)
{
    /// <summary>Every sentence once.</summary>
    public IEnumerable<Sentence> Sentences => Rows.SelectMany(row => new[] { row.Plus, row.Minus }).Concat(Axes);
}

/// <summary>What works facing what resists.</summary>
public sealed record WrittenRow(Sentence Plus, Sentence Minus);

/// <summary>A sentence and its evidence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">What it rests on; empty: nothing, and it is shown as such.</param>
/// <param name="Speaks">Keys of the topics that its own words tell: where its evidence may be.</param>
public sealed record Sentence(string Text, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Speaks);

/// <summary>A note or a proposal that was cited.</summary>
/// <param name="Reference">Where it was.</param>
/// <param name="Cited">Its text when it was cited.</param>
/// <param name="Now">The item as it is now; null when it is gone, or its theme does not answer.</param>
public sealed record Evidence(ItemReference Reference, string Cited, TopicItem? Now);

/// <summary>The evidence, in the seminar's database.</summary>
internal static class StoredEvidence
{
    public static ILookup<string, (ItemReference Reference, string Text)> Read(DbConnection connection) => connection
        .Query<Row>("SELECT sentence AS Sentence, theme AS Theme, item AS Item, text AS Text FROM sentence_evidence ORDER BY sentence, position")
        .ToLookup(row => row.Sentence, row => (new ItemReference(row.Theme, row.Item), row.Text));

    /// <summary>Replaces the evidence of a sentence.</summary>
    public static void Write(DbConnection connection, string sentence, IEnumerable<(ItemReference Reference, string Text)> evidence)
    {
        connection.Execute("DELETE FROM sentence_evidence WHERE sentence = @sentence", new { sentence });
        connection.Execute(
            "INSERT INTO sentence_evidence (sentence, theme, item, position, text) VALUES (@sentence, @theme, @item, @position, @text)",
            evidence.DistinctBy(each => each.Reference).Select((each, position) => new { sentence, theme = each.Reference.Theme, item = each.Reference.Id, position, text = each.Text }));
    }

    private sealed record Row(string Sentence, string Theme, string Item, string Text);
}
