using System.Globalization;
using System.Text;
using Seminar.Contracts.Workshops;

namespace Seminar.People.Groups.Composition;

/// <summary>People and groups as small numbers, so that weighing a swap touches a handful of integers and allocates nothing.</summary>
internal sealed class SeatingPlan
{
    private const int Nobody = -1;

    private readonly int[] _organisation;
    private readonly int[] _departement;
    private readonly bool[] _isStaff;
    private readonly bool[] _isPartner;
    private readonly bool[] _isProfessional;
    private readonly bool[] _needsCompany;
    private readonly ushort[]? _met;

    public SeatingPlan(IReadOnlyList<Attendee> people, IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>> earlierRounds)
    {
        People = people;
        _organisation = Number(people, person => Fold(person.Organisation));
        _departement = Number(people, person => person.Departement ?? "");
        _isStaff = [.. people.Select(person => person.Family == Family.MissionLocale)];
        _isPartner = [.. people.Select(person => person.Family == Family.Partner)];
        _isProfessional = [.. people.Select(person => person.IsProfessional)];
        _needsCompany = [.. people.Select(person => person.NeedsCompany)];
        _met = earlierRounds.Count == 0 ? null : Meetings(people, earlierRounds);
    }

    public IReadOnlyList<Attendee> People { get; }

    /// <summary>How far one group is from what is wished.</summary>
    /// <param name="members">Positions in <see cref="People"/>.</param>
    public CompositionScore Score(ReadOnlySpan<int> members)
    {
        int organisations = 0, departements = 0, met = 0;
        bool staff = false, partner = false, professional = false, alone = false;
        for (var i = 0; i < members.Length; i++)
        {
            var one = members[i];
            staff |= _isStaff[one];
            partner |= _isPartner[one];
            professional |= _isProfessional[one];
            alone |= _needsCompany[one];
            for (var j = 0; j < i; j++)
            {
                var other = members[j];
                organisations += Same(_organisation, one, other);
                departements += Same(_departement, one, other);
                met += _met is null ? 0 : _met[(one * People.Count) + other];
            }
        }

        return new CompositionScore((staff ? 0 : 1) + (partner ? 0 : 1), organisations, departements, alone && !professional ? 1 : 0, met);
    }

    /// <summary>What no composition into so many groups can be better than.</summary>
    public CompositionScore Bound(int groups) => new(
        Math.Max(0, groups - _isStaff.Count(yes => yes)) + Math.Max(0, groups - _isPartner.Count(yes => yes)),
        EvenlySpread(_organisation, groups), EvenlySpread(_departement, groups), 0, 0);

    private static int Same(int[] kind, int one, int other) => kind[one] != Nobody && kind[one] == kind[other] ? 1 : 0;

    private static int EvenlySpread(int[] kind, int groups) => kind.Where(value => value != Nobody).GroupBy(value => value).Sum(each =>
    {
        var (least, more) = (each.Count() / groups, each.Count() % groups);
        return (more * Pairs(least + 1)) + ((groups - more) * Pairs(least));
    });

    private static int Pairs(int people) => people * (people - 1) / 2;

    private static int[] Number(IReadOnlyList<Attendee> people, Func<Attendee, string> kind)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. people.Select(kind).Select(name => name.Length == 0 ? Nobody : numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count)];
    }

    /// <summary>« Mission locale d’Alès » and « MISSION LOCALE D’ALES » are one organisation.</summary>
    private static string Fold(string organisation) => string.Concat(organisation.Trim().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();

    private static ushort[] Meetings(IReadOnlyList<Attendee> people, IReadOnlyList<IReadOnlyList<IReadOnlyList<Guid>>> rounds)
    {
        var positions = people.Select((person, index) => (person.Id, index)).ToDictionary(each => each.Id, each => each.index);
        var met = new ushort[people.Count * people.Count];
        foreach (var group in rounds.SelectMany(round => round))
        {
            var present = group.Where(positions.ContainsKey).Select(id => positions[id]).ToList();
            foreach (var one in present)
            {
                foreach (var other in present.Where(other => other != one))
                {
                    met[(one * people.Count) + other]++;
                }
            }
        }

        return met;
    }
}
