using Seminar.Contracts.Reports;
using Seminar.Reports.Model;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Synthesis.Features.TransversalSynthesis.Written;
using Seminar.Topics.Detection;
using Seminar.Ui;

namespace Seminar.Synthesis.Features.TransversalSynthesis;

/// <summary>The synthesis as sections of a document: in the bilan, and alone.</summary>
internal static class SynthesisSections
{
    private const int MostShared = 20;
    private const int MostPairs = 10;

    /// <summary>What stands in the bilan beside the sentences themselves.</summary>
    public static IEnumerable<EvidenceSection> Evidence(SynthesisReading reading)
    {
        if (reading.Written.Sentences.Any())
        {
            yield return new EvidenceSection("Ce que montrent les notes, phrase par phrase", [.. reading.Written.Sentences.SelectMany(sentence => Of(sentence, reading))]);
        }

        var topics = Kept(reading.Topics).Take(MostShared).ToList();
        if (topics.Count > 0)
        {
            yield return new EvidenceSection("Les sujets qui reviennent", [new ReportText(Provenance(topics), ReportTone.Intro), HeatMap(topics, reading)]);
        }

        var axes = Kept(reading.Axes).ToList();
        if (axes.Count > 0)
        {
            yield return new EvidenceSection("Les propositions rassemblées", [.. axes.SelectMany(axis => Of(axis, reading))]);
        }
    }

    /// <summary>The whole of it, with every note.</summary>
    public static IEnumerable<EvidenceSection> All(SynthesisReading reading)
    {
        if (reading.Written.Rows.Count > 0)
        {
            yield return new EvidenceSection("Ce qui marche, ce qui résiste", [new ReportTable(
                "Points forts et leurs contreparties", ["Ce qui marche", "Ce qui résiste"],
                [.. reading.Written.Rows.Select(row => (IReadOnlyList<string>)[row.Plus.Text, row.Minus.Text])])]);
        }

        if (reading.Written.Axes.Count > 0)
        {
            yield return new EvidenceSection("Les axes communs", [new ReportList([.. reading.Written.Axes.Select(axis => axis.Text)], IsNumbered: true)]);
        }

        foreach (var section in Evidence(reading))
        {
            yield return section;
        }

        foreach (var pair in reading.Pairs.Take(MostPairs))
        {
            yield return new EvidenceSection(
                pair.Plus.Label == pair.Minus.Label ? $"Deux faces : {pair.Plus.Label}" : $"Deux faces : {pair.Plus.Label} / {pair.Minus.Label}",
                [
                    new ReportText("Ce qui marche", ReportTone.Intro), new ReportList([.. pair.Plus.Items.Select(item => Cited(item, reading))]),
                    new ReportText("Ce qui résiste", ReportTone.Intro), new ReportList([.. pair.Minus.Items.Select(item => Cited(item, reading))]),
                ]);
        }

        foreach (var subject in Kept(reading.Topics))
        {
            yield return new EvidenceSection(subject.Topic.Label, [new ReportText(Sentences.Seen(subject.Topic, reading.Themes.Count), ReportTone.Intro), new ReportList([.. subject.Topic.Items.Select(item => Cited(item, reading))])]);
        }
    }

    private static IEnumerable<Subject> Kept(IReadOnlyList<Subject> subjects) => subjects.Where(subject => subject.State != SubjectState.Rejected);

    private static string Provenance(List<Subject> topics)
    {
        var accepted = topics.Count(subject => subject.State == SubjectState.Accepted);
        return accepted == topics.Count ? "Sujets retenus par l’équipe, les plus partagés d’abord."
            : accepted == 0 ? "Sujets proposés par le programme d’après les notes, les plus partagés d’abord ; l’équipe ne les a pas encore relus."
            : $"Les plus partagés d’abord ; {French.Count(accepted, "sujet retenu", "sujets retenus")} par l’équipe, les autres proposés par le programme.";
    }

    private static ReportTable HeatMap(List<Subject> topics, SynthesisReading reading) => new(
        "Notes et propositions par sujet et par thématique", ["Sujet", .. reading.Themes.Select(theme => theme.Name), "Total"],
        [.. topics.Select(subject => (IReadOnlyList<string>)
            [subject.Topic.Label, .. reading.Themes.Select(theme => French.Number(subject.Topic.Items.Count(item => item.Theme == theme.Key))), French.Number(subject.Topic.Items.Count)])]);

    private static IEnumerable<ReportBlock> Of(Sentence sentence, SynthesisReading reading)
    {
        yield return new ReportText(sentence.Text, ReportTone.Intro);
        yield return sentence.Evidence.Count == 0
            ? new ReportText("Sans preuve : aucune note n’est rattachée à cette phrase.", ReportTone.Remark)
            : new ReportList([.. sentence.Evidence.Select(each => each.Now is { } item ? Cited(item, reading) : $"{each.Cited} ({reading.NameOf(each.Reference.Theme)}, changée ou retirée depuis)")]);
    }

    private static IEnumerable<ReportBlock> Of(Subject axis, SynthesisReading reading)
    {
        yield return new ReportText($"{axis.Topic.Label}. {Sentences.Seen(axis.Topic, reading.Themes.Count)}", ReportTone.Intro);
        yield return new ReportList([.. axis.Topic.Items.Where(item => !item.IsAsset && !item.IsDifficulty).Select(item => Cited(item, reading))]);
    }

    private static string Cited(TopicItem item, SynthesisReading reading) =>
        $"{item.Item.Text} ({reading.NameOf(item.Theme)}, {(item.Item.Column is { } column ? Columns.Singular(column) : "proposition")})";
}
