using System.Diagnostics;
using Seminar.Contracts.Workshops;
using Seminar.People.Groups.Composition;
using Seminar.People.Wishes.Assignment;

namespace Seminar.Benchmarks;

/// <summary>Composing the groups of a large and of a very large workshop, and turning 500 people's wishes into seats.</summary>
internal static class GroupsSection
{
    private const int Rounds = 9;

    public static void Measure(Table table)
    {
        var first = Stopwatch.StartNew();
        Composer.Compose(People(84), 1);
        table.AddTime("groupes, 84 personnes, premier appel", first.Elapsed.TotalMilliseconds, 100);
        table.AddTime("groupes, 84 personnes", Median(() => Composer.Compose(People(84), 1)), 100);
        table.AddTime("groupes, 500 personnes", Median(() => Composer.Compose(People(500), 1)), 1000);
        table.AddTime("places, 500 personnes, 8 ateliers, 3 vœux", Median(() => SeatAssignment.Solve(Applicants(500), Seats())), 200);
    }

    private static double Median(Action work) => Figures.Median([.. Enumerable.Range(0, Rounds).Select(_ =>
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    })]);

    private static List<Attendee> People(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(number => new Attendee(
            Guid.NewGuid(), number % 40 == 0 ? Family.Youth : number % 2 == 0 ? Family.MissionLocale : Family.Partner,
            number % 2 == 0 ? $"Mission Locale {random.Next(20)}" : $"Partenaire {random.Next(30)}", $"{random.Next(13) + 30}", false))];
    }

    private static List<Applicant> Applicants(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var order = Enumerable.Range(0, 8).Select(number => $"atelier-{number}").ToArray();
            random.Shuffle(order);
            return new Applicant(order[..3]);
        })];
    }

    private static Dictionary<string, int> Seats() => Enumerable.Range(0, 8).ToDictionary(number => $"atelier-{number}", number => 40 + (number * 5));
}
