using System.Text.Json.Nodes;
using CsCheck;
using Seminar.Contracts.Workshops;
using Seminar.SynthesisQuality;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.Topics.Tests;

public sealed class Topics_that_recur
{
    private static readonly Corpus Seeds = Corpus.Load(Path.Combine(Root(), "seeds/occitanie-cej"));

    [Fact]
    public void Are_those_of_a_careful_reader()
    {
        var reference = Reference.Load(Path.Combine(AppContext.BaseDirectory, "reference-sample.json"));
        var findings = Seeds.Find();

        reference.Topics.Average(topic => Score.Of(topic, Proposed.From(findings.Topics)).F1).Should().BeGreaterThan(0.7);
        reference.Axes.Average(axis => Score.Of(axis, Proposed.From(findings.Axes)).F1).Should().BeGreaterThan(0.6);
        reference.Topics.Average(topic => Score.Of(topic, Baselines.SingleStems(Seeds.Items)).F1).Should().BeLessThan(0.7, "single words do not reach as far");
    }

    [Fact]
    public void Have_a_label_evidence_and_a_polarity()
    {
        var mobility = Seeds.Find().Topics.Single(topic => topic.Label == "Mobilité et transports");

        mobility.Themes.Should().Equal("business", "mobility", "guidance", "sport-culture", "engagement", "qualification");
        mobility.Items.Select(item => item.Item.Text).Should().Contain(["Absence du permis de conduire", "Location de véhicules et covoiturage."]);
        mobility.Polarity.Should().Be(Polarity.Mixed);
        Seeds.Find().Topics.Single(topic => topic.Label == "Délais et rythmes inadaptés").Polarity.Should().Be(Polarity.Difficulty);
    }

    [Fact]
    public void Face_what_resists()
    {
        var pair = Seeds.Find().Pairs.Single(pair => pair.Plus.Label == "Connaissance mutuelle des acteurs et des offres");

        pair.Minus.Label.Should().Be("Méconnaissance des dispositifs et des acteurs");
        pair.Plus.Items.Should().OnlyContain(item => item.IsAsset).And.NotBeEmpty();
        pair.Minus.Items.Should().OnlyContain(item => item.IsDifficulty).And.NotBeEmpty();
        Seeds.Find().Pairs.Should().OnlyContain(each => each.Plus.Items.Count > 0 && each.Minus.Items.Count > 0);
    }

    [Fact]
    public void Are_found_in_a_field_that_no_lexicon_knows()
    {
        var topics = Farming().Find().Topics;

        topics.Single(topic => topic.Label == "Abattoir").Items.Should().HaveCount(4);
        topics.Single(topic => topic.Label == "Sécheresse").Themes.Should().Equal("water", "livestock");
        topics.Should().Contain(topic => topic.Label == "Lourdeur administrative et besoin de simplification", "some topics are the same everywhere");
    }

    [Fact]
    public void Need_no_more_than_the_words_of_a_ninth_theme()
    {
        var ninth = new LexiconEntry("Habitat léger", ["yourte", "tiny house"]);
        var index = new TopicIndex(new Lexicon([.. LexiconFile.Topics, ninth]), new Lexicon(LexiconFile.Axes));
        index.Set([.. Seeds.Themes, ("housing", [Note("1", "Une yourte prêtée"), Note("2", "Tiny houses interdites"), Note("3", "Yourtes d'hiver")]), ("land", [Note("1", "Terrain pour une yourte")])]);

        index.Find().Topics.Single(topic => topic.Label == "Habitat léger").Themes.Should().Equal("housing", "land");
    }

    [Fact]
    public void Do_not_depend_on_how_they_came()
    {
        var pieces = Gen.Int[0, Seeds.Items.Count - 1].Array[0, 40];
        pieces.Sample(
            changes =>
            {
                var gone = changes.Select(change => Seeds.Items[change]).ToHashSet();
                var less = new Corpus([.. Seeds.Themes.Select(theme => (theme.Theme, (IReadOnlyList<ContributedItem>)[.. theme.Items.Where(item => !gone.Contains(new TopicItem(theme.Theme, item)))]))]);
                var index = Corpus.NewIndex();
                index.Set(less.Themes);
                index.Find();
                index.Set(Seeds.Themes);
                index.Find();
                index.Set(less.Themes);
                return Told(index.Find()) == Told(less.Find());
            },
            iter: 20);
    }

    [Fact]
    public void Stay_when_a_note_goes()
    {
        var (mean, _, _) = Stability.Without(Seeds);

        mean.Should().BeGreaterThan(0.99);
    }

    private static ContributedItem Note(string id, string text) => new(id, ItemKind.Note, Column.Brake, null, text);

    private static string Told(Findings findings) => string.Join('\n', findings.Topics.Concat(findings.Axes).Select(topic =>
        $"{topic.Key} {topic.Label} {topic.Confidence:0.000} {string.Join(',', topic.Items.Select(Reference.Identity))}")
        .Concat(findings.Pairs.Select(pair => $"{pair.Key} {pair.Plus.Items.Count} {pair.Minus.Items.Count}")));

    private static Corpus Farming()
    {
        var themes = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "farming.json")))!["themes"]!.AsObject();
        return new Corpus([.. themes.Select(theme => (theme.Key, (IReadOnlyList<ContributedItem>)[.. theme.Value!.AsArray().Select((row, number) =>
            new ContributedItem($"{number}", row![0]!.GetValue<string>() == "proposition" ? ItemKind.Proposal : ItemKind.Note, ColumnOf(row[0]!.GetValue<string>()), null, row[1]!.GetValue<string>()))]))]);
    }

    private static Column? ColumnOf(string name) => name switch
    {
        "réussites" => Column.Success,
        "forces" => Column.Strength,
        "freins" => Column.Brake,
        "obstacles" => Column.Obstacle,
        _ => null,
    };

    private static string Root() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));
}
