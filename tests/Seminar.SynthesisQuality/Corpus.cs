using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.Topics.Detection;
using Seminar.Topics.Lexicons;

namespace Seminar.SynthesisQuality;

/// <summary>What themes bring.</summary>
internal sealed record Corpus(IReadOnlyList<(string Theme, IReadOnlyList<ContributedItem> Items)> Themes)
{
    public IReadOnlyList<TopicItem> Items { get; } = [.. Themes.SelectMany(theme => theme.Items.Select(item => new TopicItem(theme.Theme, item)))];

    public static TopicIndex NewIndex() => new(new Lexicon(LexiconFile.Topics), new Lexicon(LexiconFile.Axes));

    public Findings Find()
    {
        var index = NewIndex();
        index.Set(Themes);
        return index.Find();
    }

    /// <summary>The workshops of a seminar in the seed format.</summary>
    public static Corpus Load(string seminar)
    {
        var order = JsonSerializer.Deserialize<SeminarDocument>(File.ReadAllText(Path.Combine(seminar, "seminar.json")), SeedJson.Options)!.Themes;
        return new Corpus([.. order.Select(theme => (theme, Read(JsonSerializer.Deserialize<WorkshopDocument>(File.ReadAllText(Path.Combine(seminar, "themes", theme + ".json")), SeedJson.Options)!)))]);
    }

    /// <summary>As many notes as wanted, two hundred a workshop: halves of real notes put together anew, always in the same way.</summary>
    public Corpus Grown(int notes)
    {
        const int AWorkshop = 200;
        var halves = Items.Select(item => (First: Half(item.Item.Text, first: true), Second: Half(item.Item.Text, first: false), item.Item.Column)).ToList();
        var random = new Random(20260601);
        return new Corpus([.. Enumerable.Range(0, notes / AWorkshop).Select(workshop => ($"theme-{workshop}", (IReadOnlyList<ContributedItem>)[.. Enumerable.Range(0, AWorkshop).Select(number =>
        {
            var (one, other) = (halves[random.Next(halves.Count)], halves[random.Next(halves.Count)]);
            return new ContributedItem($"{number}", one.Column is null ? ItemKind.Proposal : ItemKind.Note, one.Column, null, $"{one.First} {other.Second}");
        })]))]);
    }

    private static string Half(string text, bool first)
    {
        var words = text.Split(' ');
        return string.Join(' ', first ? words[..((words.Length + 1) / 2)] : words[((words.Length + 1) / 2)..]);
    }

    private static IReadOnlyList<ContributedItem> Read(WorkshopDocument workshop) =>
    [
        .. workshop.Board.SelectMany(column => column.Headings.SelectMany((heading, row) => heading.Notes.Select((note, number) =>
            new ContributedItem($"{column.Column}-{row}-{number}", ItemKind.Note, column.Column, heading.Title, note)))),
        .. workshop.Plan.SelectMany((axis, row) => axis.Proposals.Select((proposal, number) => new ContributedItem($"plan-{row}-{number}", ItemKind.Proposal, null, axis.Title, proposal))),
    ];
}
