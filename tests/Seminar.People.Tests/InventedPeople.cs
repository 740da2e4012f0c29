using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Tests;

/// <summary>People made by a generator: as many as in the real seminar, and not one of them.</summary>
internal static class InventedPeople
{
    private static readonly string[] Occitanie = ["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"];

    /// <summary>The head counts of the eight real workshops.</summary>
    public static IReadOnlyList<WorkshopDocument> RealWorkshops() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "seeds"), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "themes").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<WorkshopDocument>(File.ReadAllText(file), SeedJson.Options)!)];

    public static IReadOnlyList<Attendee> Present(int staff, int partners, int youth, int seed, int witnesses = 0)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, staff).Select(_ => Staff(random)),
            .. Enumerable.Range(0, partners).Select(index => Partner(random, index < witnesses)),
            .. Enumerable.Range(0, youth).Select(_ => new Attendee(Id(random), Family.Youth, "", Any(random), IsWitness: false)),
        ];
    }

    private static Attendee Staff(Random random)
    {
        // Each Mission Locale has its département.
        var number = random.Next(20);
        return new Attendee(Id(random), Family.MissionLocale, $"Mission Locale {number + 1}", Occitanie[number % Occitanie.Length], IsWitness: false);
    }

    private static Attendee Partner(Random random, bool isWitness) =>
        new(Id(random), Family.Partner, $"Partenaire {random.Next(30) + 1}", Any(random), isWitness);

    private static string? Any(Random random) => random.Next(12) == 0 ? null : Occitanie[random.Next(Occitanie.Length)];

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Seminar.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
