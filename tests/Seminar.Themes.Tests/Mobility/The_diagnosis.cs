using CsCheck;
using Ical.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Themes.Mobility;
using Seminar.Themes.Mobility.Features.Diagnosis;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>A young person and their counsellor look for what keeps them from moving.</summary>
public sealed class The_diagnosis
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly ThemeIdentity Theme = new("mobility", "Mobilité", "mobilite", "1.3.0", "", 230, 2, null);

    private static readonly SealedAnswers Sealed = new(new EphemeralDataProtectionProvider());

    /// <summary>Any answers that the pages can give, one question after the other.</summary>
    private static readonly Gen<Conversation> AnyConversation = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        var fields = new Dictionary<string, StringValues>();
        while (Read(fields).Next is { } question)
        {
            fields[question.Id] = question.IsPlace ? "Figeac"
                : question.Several ? new StringValues([.. question.Answers!.Where(_ => random.Next(2) == 0).Select(answer => answer.Id).DefaultIfEmpty(question.Answers![0].Id)])
                : question.Answers![random.Next(question.Answers!.Count)].Id;
        }

        return Read(fields);
    });

    [Fact]
    public void Asks_twelve_questions_at_most_and_never_a_name() => AnyConversation.Sample(conversation =>
    {
        conversation.Questions.Count.Should().BeInRange(10, 12);
        conversation.Fields.Select(field => field.Name).Should().OnlyContain(name => name == "jour" || Guide.Shared.Questions.Any(question => question.Id == name));
    }, iter: 500);

    [Fact]
    public void Leads_from_each_obstacle_to_an_action_and_gives_three_steps_at_most() => AnyConversation.Sample(conversation =>
    {
        var conclusion = Conclusion.Of(conversation);

        conclusion.Steps.Count.Should().BeLessThanOrEqualTo(3);
        conclusion.Actions.Should().OnlyHaveUniqueItems();
        (conclusion.Obstacles.Count == 0 || conclusion.Actions.Count > 0).Should().BeTrue("an obstacle without an action would be a dead end");
        conclusion.Obstacles.Select(obstacle => obstacle.Weight).Should().BeInDescendingOrder();
    }, iter: 500);

    [Theory]
    [InlineData("15")]
    [InlineData("16-17")]
    [InlineData("18-25")]
    [InlineData("26")]
    public void No_answer_alone_is_a_dead_end_at_any_age(string age)
    {
        foreach (var question in Guide.Shared.Questions.Where(question => question.Answers is not null))
        {
            foreach (var answer in question.Answers!.Where(answer => (answer.Situations ?? []).Any(situation => !Guide.Shared.Situation(situation).IsStrength)))
            {
                var fields = (question.When ?? new Dictionary<string, IReadOnlyList<string>>()).ToDictionary(condition => condition.Key, condition => new StringValues(condition.Value[0]));
                fields[question.Id] = answer.Id;
                fields["age"] = age;
                var conversation = Read(fields);

                (!conversation.Questions.Contains(question) || Conclusion.Of(conversation).Actions.Count > 0).Should().BeTrue("« {0} » at {1} must lead somewhere", answer.Label, age);
            }
        }
    }

    [Fact]
    public void Gives_again_the_same_result_from_its_sealed_address() => AnyConversation.Sample(conversation =>
    {
        var seal = Sealed.Seal(conversation);

        var again = Sealed.Open(seal, [], Today.AddDays(40))!;

        again.Next.Should().BeNull();
        again.Fields.Should().Equal(conversation.Fields);
        seal.Should().NotContain("Figeac");
        new SealedAnswers(new EphemeralDataProtectionProvider()).Open(seal, [], Today).Should().BeNull("another house has other keys");
    }, iter: 200);

    [Fact]
    public void An_answer_given_anew_replaces_the_former()
    {
        var first = Read(new() { ["age"] = "18-25", ["profil"] = "emploi" });

        var changed = Sealed.Open(Sealed.Seal(first), [KeyValuePair.Create("profil", new StringValues("recherche"))], Today)!;

        (changed.One("age"), changed.One("profil")).Should().Be(("18-25", "recherche"));
    }

    [Fact]
    public void Takes_nothing_that_is_no_answer()
    {
        var conversation = Read(new() { ["age"] = "<script>", ["permis"] = "oui", ["profil"] = new StringValues(["emploi", "autre"]), ["jour"] = "hier" });

        conversation.Next!.Id.Should().Be("age");
        conversation.Given("profil").Should().Equal("emploi");
        conversation.Day.Should().Be(Today);
    }

    [Fact]
    public void Sends_nobody_under_sixteen_to_a_driving_school() =>
        Conclusion.Of(Read(new() { ["age"] = "15", ["moyens"] = "pied", ["lignes"] = "non" })).Actions.Should().NotBeEmpty().And.OnlyContain(action => action.FromAge <= 15);

    [Fact]
    public async Task Proposes_what_the_directory_has_for_their_age_their_commune_and_their_situation()
    {
        var offer = new HeardOffer();
        var conversation = Read(new() { ["age"] = "18-25", ["commune"] = "Figeac", ["profil"] = "recherche", ["permis"] = "code" });

        var view = await new ShowConclusionHandler(offer, Theme).Handle(new ShowConclusion(conversation, "sceau"), CancellationToken.None);

        view.Obstacles.Should().Equal("Vous avez le code ; il vous manque la conduite.");
        view.Steps[0].Should().Be(new StepView("Déposer une demande de bourse au permis", Today.AddDays(7)));
        view.Help[0].Services.Should().ContainSingle();
        offer.Heard[0].Should().BeEquivalentTo(new { Themes = new[] { "mobilite--preparer-un-permis", "mobilite--financer-ma-mobilite" }, Publics = new[] { "demandeurs-emploi", "jeunes" }, Commune = "46102" });
    }

    [Fact]
    public async Task Brings_a_service_once_and_the_steps_in_the_order_of_their_days()
    {
        var offer = new HeardOffer { Services = 8 };
        var conversation = Read(new() { ["age"] = "18-25", ["commune"] = "Figeac", ["moyens"] = "pied", ["lignes"] = "non", ["permis"] = "non", ["budget"] = "rien" });

        var view = await new ShowConclusionHandler(offer, Theme).Handle(new ShowConclusion(conversation, "sceau"), CancellationToken.None);

        view.Steps.Select(step => step.On).Should().BeInAscendingOrder();
        view.Help.Should().HaveCountGreaterThan(2);
        view.Help.Take(2).SelectMany(help => help.Services.Select(service => service.Id)).Should().OnlyHaveUniqueItems();
        view.Help.Should().OnlyContain(help => help.Services.Count > 0, "what is known already is still better than nothing");
    }

    [Fact]
    public void Its_steps_go_into_a_calendar_that_a_client_reads_and_twice_changes_nothing()
    {
        var conversation = Read(new() { ["age"] = "18-25", ["permis"] = "code", ["moyens"] = "pied", ["lignes"] = "non" });
        var steps = Conclusion.Of(conversation).Steps;

        var first = Calendar.Load(Reminders.Write(conversation, steps, DateTimeOffset.UnixEpoch))!;
        var second = Calendar.Load(Reminders.Write(conversation, steps, DateTimeOffset.UnixEpoch.AddDays(3)))!;

        first.Events.Select(each => each.Summary).Should().Equal(steps.Select(step => step.Step));
        first.Events.Should().OnlyContain(each => each.IsAllDay && each.Alarms.Count == 1);
        first.Events[0]!.Start!.Date.Should().Be(Today.AddDays(steps[0].Days));
        second.Events.Select(each => each.Uid).Should().Equal(first.Events.Select(each => each.Uid)).And.OnlyHaveUniqueItems();
        var neighbour = Read(new() { ["age"] = "26", ["permis"] = "code", ["moyens"] = "pied", ["lignes"] = "non" });
        Calendar.Load(Reminders.Write(neighbour, steps, DateTimeOffset.UnixEpoch))!.Events.Select(each => each.Uid)
            .Should().NotIntersectWith(first.Events.Select(each => each.Uid), "a counsellor keeps the steps of several people");
    }

    [Fact]
    public async Task A_real_calendar_program_shows_the_steps_on_their_days()
    {
        var conversation = Read(new() { ["age"] = "18-25", ["permis"] = "code" });

        var shown = await CalendarProgram.ShowAsync(Reminders.Write(conversation, Conclusion.Of(conversation).Steps, DateTimeOffset.UnixEpoch));

        shown.Should().Contain(line => line.StartsWith("01/12/2026") && line.Contains("Déposer une demande de bourse au permis"));
    }

    [Fact]
    public async Task Counts_a_conversation_once_and_keeps_no_answer()
    {
        await using var theme = new ThemeDatabase(typeof(MobilityTheme).Assembly, "mobility");
        var conversation = Read(new() { ["age"] = "18-25", ["commune"] = "Figeac", ["permis"] = "code" });
        var id = Guid.CreateVersion7();
        var count = new CountDiagnosisHandler(theme.Database, new HeardOffer());

        await count.Handle(new CountDiagnosis(conversation, id), CancellationToken.None);
        await count.Handle(new CountDiagnosis(conversation, id), CancellationToken.None);

        (await theme.Database.ReadAsync<string>("SELECT month || ' ' || age || ' ' || departement FROM diagnosis", null, CancellationToken.None)).Should().Equal("2026-11 18-25 46");
        (await theme.Database.ReadAsync<string>("SELECT situation FROM diagnosis_situation", null, CancellationToken.None)).Should().Equal("code-obtenu");
        (await theme.Database.ReadAsync<string>("SELECT group_concat(name) FROM pragma_table_info('diagnosis')", null, CancellationToken.None)).Should().Equal("id,month,age,departement");
    }

    [Fact]
    public async Task Shows_no_figure_below_five_people_and_brings_the_others_to_the_synthesis()
    {
        await using var theme = new ThemeDatabase(typeof(MobilityTheme).Assembly, "mobility");
        var count = new CountDiagnosisHandler(theme.Database, new HeardOffer());
        var show = new ShowStatisticsHandler(theme.Database, Theme);
        for (var person = 0; person < 4; person++)
        {
            await count.Handle(new CountDiagnosis(Read(new() { ["age"] = "18-25", ["permis"] = "code" }), Guid.CreateVersion7()), CancellationToken.None);
        }

        (await show.Handle(new ShowStatistics(), CancellationToken.None)).Total.Should().BeNull();
        for (var person = 0; person < 12; person++)
        {
            await count.Handle(new CountDiagnosis(Read(new() { ["age"] = "18-25", ["commune"] = "Figeac", ["permis"] = person < 7 ? "non" : "oui" }), Guid.CreateVersion7()), CancellationToken.None);
        }

        var statistics = await show.Handle(new ShowStatistics(), CancellationToken.None);
        statistics.Total.Should().Be(16);
        statistics.Situations.Select(each => (each.Situation, each.Count)).Should().Equal(("sans-permis", 7));
        statistics.Departements.Should().Equal(new DepartementCountView(null, 16));
        DiagnosisReport.Sentence(statistics.Situations[0], 16).Should().Be("Pas de permis, pas commencé\u00A0: 7\u00A0diagnostics sur 16");
    }

    [Fact]
    public void Nobody_can_be_found_by_subtracting() => Gen.Int[0, 12].Array[1, 8].Sample(numbers =>
    {
        var counts = numbers.Select((number, index) => ((string?)$"{index + 10}", (long)number)).Where(count => count.Item2 > 0).ToList();
        var shown = ShowStatisticsHandler.Departements(counts);

        var rest = counts.Sum(count => count.Item2) - shown.Where(count => count.Departement is not null).Sum(count => count.Count);
        shown.All(count => count.Count >= 5).Should().BeTrue();
        (rest == 0 || rest >= 5 || shown.Count == 0).Should().BeTrue("those left over are a crowd, or nothing at all is shown");
        var total = numbers.Sum();
        ShowStatisticsHandler.Situations([("sante", numbers[0])], total).All(each => each.Count is not { } count || (count >= 5 && (total - count == 0 || total - count >= 5))).Should().BeTrue();
    }, iter: 2000);

    private static Conversation Read(Dictionary<string, StringValues> fields) => Conversation.Read(fields, Guide.Shared, Today);

    /// <summary>A directory of a few services, that remembers what it was asked.</summary>
    private sealed class HeardOffer : IOffer
    {
        public List<OfferQuery> Heard { get; } = [];

        public int Services { get; init; } = 1;

        public Task<OfferPage> FindAsync(OfferQuery query, CancellationToken cancel)
        {
            Heard.Add(query);
            var found = Enumerable.Range(1, Math.Min(Services, query.Take)).Select(number => new OfferedService($"exemple--{number}", "Bourse", "La maison", "/annuaire", "Figeac", number, false, true, null, Today));
            return Task.FromResult(new OfferPage(Services, [.. found]));
        }

        public IReadOnlyList<OfferPlace> Places(string typed, int most) => typed == "Figeac" ? [new OfferPlace("46102", "Figeac (46)", IsExact: true)] : [];
    }
}
