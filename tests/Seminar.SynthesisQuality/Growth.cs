using System.Diagnostics;
using System.Globalization;
using Seminar.Contracts.Workshops;

namespace Seminar.SynthesisQuality;

/// <summary>Time and memory from a thousand notes to fifty thousand.</summary>
internal static class Growth
{
    public static void Print(Corpus seeds)
    {
        seeds.Find();
        Line(seeds, "graines");
        foreach (var notes in new[] { 1_000, 2_000, 5_000, 10_000, 20_000, 50_000 })
        {
            Line(seeds.Grown(notes), notes.ToString("N0", CultureInfo.GetCultureInfo("fr-FR")));
        }
    }

    private static void Line(Corpus corpus, string name)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var index = Corpus.NewIndex();
        index.Set(corpus.Themes);
        var findings = index.Find();
        var first = clock.Elapsed.TotalMilliseconds;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var updates = Enumerable.Range(0, 15).Select(round => Update(index, corpus, round)).Order().ToList();
        GC.KeepAlive(findings);
        var update = updates[updates.Count / 2];
        var perNote = update / (corpus.Items.Count * Math.Log(corpus.Items.Count)) * 1e6;
        Console.WriteLine($"{name,8} : premier calcul {first,8:N0} ms, mémoire {memory,6:N1} Mo, une note de plus {update,6:N1} ms (pire {updates[^1],6:N1}), par n·log n {perNote,5:N2}  {new string('#', (int)Math.Ceiling(update / 2))}");
    }

    private static double Update(Seminar.Topics.Detection.TopicIndex index, Corpus corpus, int round)
    {
        var (theme, items) = corpus.Themes[0];
        var more = corpus.Themes.Select(each => each.Theme == theme
            ? (theme, [.. items, new ContributedItem($"de-plus-{round}", ItemKind.Note, Column.Brake, null, $"Transports trop rares le soir dans le canton numéro {round}")])
            : each);
        var clock = Stopwatch.StartNew();
        index.Set(more);
        index.Find();
        return clock.Elapsed.TotalMilliseconds;
    }
}
