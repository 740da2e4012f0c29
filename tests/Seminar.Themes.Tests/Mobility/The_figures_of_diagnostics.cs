using CsCheck;
using Microsoft.Extensions.Primitives;
using Seminar.Themes.Mobility;
using Seminar.Themes.Mobility.Features.Diagnosis;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>The network learns how many, never who.</summary>
public sealed class The_figures_of_diagnostics : IAsyncDisposable
{
    private readonly ThemeDatabase _theme = new(typeof(MobilityTheme).Assembly, "mobility");

    public async ValueTask DisposeAsync() => await _theme.DisposeAsync();

    [Fact]
    public async Task A_conversation_counts_once_even_with_an_answer_changed()
    {
        var conversation = Diagnostics.Told("age=18-25&permis=code").WithPlace("46102");

        await CountAsync(conversation);
        await CountAsync(conversation.With([KeyValuePair.Create("permis", new StringValues("non"))]));

        (await ReadAsync("SELECT question || ' ' || told || ' ' || counted FROM diagnosis_count WHERE told <> '' ORDER BY question")).Should().Equal("departement 46 1", "permis code-obtenu 1");
    }

    [Fact]
    public async Task What_is_kept_is_nobody_s()
    {
        var conversation = Diagnostics.Told("age=18-25&permis=code").WithPlace("46102");
        await CountAsync(conversation);

        (await ReadAsync("SELECT name || '(' || (SELECT group_concat(name) FROM pragma_table_info(list.name)) || ')' || wr FROM pragma_table_list AS list WHERE name LIKE 'diagnosis%' ORDER BY name"))
            .Should().Equal("diagnosis_count(question,told,counted,shown)1", "diagnosis_mark(mark)1");
        (await ReadAsync("SELECT mark FROM diagnosis_mark")).Should().Equal(conversation.NameFor("compte"));
        conversation.NameFor("compte").Should().MatchRegex("^[0-9a-f]{32}$").And.NotBe(conversation.NameFor("agenda"), "a calendar must not lead to what was counted");
        Diagnostics.Told("age=18-25&permis=code").NameFor("compte").Should().NotBe(conversation.NameFor("compte"), "it hangs on no answer");
    }

    [Fact]
    public async Task Shows_no_figure_below_five_people_and_brings_the_others_to_the_synthesis()
    {
        for (var person = 0; person < 4; person++)
        {
            await CountAsync(Diagnostics.Told("age=18-25&permis=code"));
        }

        (await ShowAsync()).Total.Should().BeNull();
        for (var person = 0; person < 12; person++)
        {
            await CountAsync(Diagnostics.Told($"age=18-25&permis={(person < 7 ? "non" : "oui")}").WithPlace("46102"));
        }

        var statistics = await ShowAsync();
        statistics.Total.Should().Be(15, "the sixteenth waits for four others");
        statistics.Situations.Select(each => (each.Situation, each.Count)).Should().Equal(("sans-permis", 5));
        statistics.Departements.Should().Equal(new DepartementCountView("46", 10));
        DiagnosisReport.Sentence(statistics.Situations[0], 15).Should().Be("Pas de permis, pas commencé\u00A0: au moins 5\u00A0diagnostics sur 15");
    }

    [Fact]
    public async Task Whoever_watches_the_figures_learns_nothing_of_the_one_who_answers()
    {
        var before = await ShowAsync();
        foreach (var (conversation, number) in Enumerable.Range(0, 30).Select(seed => (Diagnostics.Any.Single(), seed + 1)))
        {
            await CountAsync(conversation);
            var after = await ShowAsync();
            (after.Total ?? 0).Should().Be(number / 5 * 5);
            (number % 5 == 0 || after.Situations.SequenceEqual(before.Situations)).Should().BeTrue("figures move by five people at once");
            before = after;
        }
    }

    [Fact]
    public void Each_person_is_in_one_class_of_each_question() => Diagnostics.Any.Sample(conversation =>
    {
        foreach (var question in conversation.Questions.Where(question => question.TellsSituations))
        {
            var told = conversation.Answers.Where(question.Answers!.Contains).SelectMany(answer => answer.Situations ?? []).Select(Guide.Shared.Situation).Where(situation => !conversation.HasAny(situation.Unless));
            told.Should().HaveCountLessThanOrEqualTo(1, "« {0} » parts those who answered", question.Text);
        }
    }, iter: 2000);

    [Fact]
    public void Someone_may_tell_nothing_of_what_is_counted() =>
        Diagnostics.Told("age=18-25&profil=recherche&moyens=vehicule&permis=oui&etat=bon&lignes=oui&aise=facile&sante=non&budget=80&loin=heure").WithPlace(Conversation.PassedBy).Situations.Should().BeEmpty();

    [Fact]
    public void However_figures_are_added_or_subtracted_a_multiple_of_five_comes_out() => Gen.Int[0, 400].Array[1, 12].Sample(counts =>
        Unions([.. counts.Select(count => Crowd.Rounded(count))]).Distinct().Take(50).All(sum => sum % Crowd.Fewest == 0).Should().BeTrue(), iter: 100);

    /// <summary>
    /// Two figures in every way that two groups of people can lie to each other: apart (two answers to a question; on foot, and a car to
    /// repair), one within the other, crossing. A reader knows which, and reasons: union, difference, complement, anything.
    /// </summary>
    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(20)]
    public void Whoever_reasons_from_two_figures_never_finds_a_handful(int total)
    {
        // The four parts: neither, the first alone, the second alone, both.
        foreach (var isEmpty in Flags(3))
        {
            var worlds = Parts(total).Where(parts => !isEmpty.Where((empty, index) => empty && parts[index + 1] > 0).Any());
            foreach (var alike in worlds.GroupBy(parts => (Crowd.Rounded(parts[1] + parts[3]), Crowd.Rounded(parts[2] + parts[3]))))
            {
                foreach (var chosen in Flags(4))
                {
                    var possible = alike.Select(parts => parts.Where((_, index) => chosen[index]).Sum());
                    possible.All(people => people is > 0 and < Crowd.Fewest).Should().BeFalse("{0} of {1} leave it open whether there is nobody, or a crowd", alike.Key, total);
                }
            }
        }
    }

    private static IEnumerable<int[]> Parts(int total) =>
        from neither in Enumerable.Range(0, total + 1)
        from first in Enumerable.Range(0, total + 1 - neither)
        from second in Enumerable.Range(0, total + 1 - neither - first)
        select new[] { neither, first, second, total - neither - first - second };

    private static IEnumerable<bool[]> Flags(int count) => Enumerable.Range(0, 1 << count).Select(bits => Enumerable.Range(0, count).Select(index => (bits >> index & 1) == 1).ToArray());

    private static IEnumerable<int> Unions(int[] figures) => Flags(figures.Length).Select(plus => figures.Select((figure, index) => plus[index] ? figure : -figure).Sum());

    private async Task CountAsync(Conversation conversation) => await new CountDiagnosisHandler(_theme.Database, new HeardOffer()).Handle(new CountDiagnosis(conversation), CancellationToken.None);

    private Task<StatisticsView> ShowAsync() => new ShowStatisticsHandler(_theme.Database, Diagnostics.Theme).Handle(new ShowStatistics(), CancellationToken.None);

    private Task<IReadOnlyList<string>> ReadAsync(string sql) => _theme.Database.ReadAsync<string>(sql, null, CancellationToken.None);
}
