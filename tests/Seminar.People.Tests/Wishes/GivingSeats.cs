using CsCheck;
using Google.OrTools.Sat;
using Seminar.People.Wishes.Assignment;

namespace Seminar.People.Tests.Wishes;

public sealed class GivingSeats
{
    private static readonly string[] Workshops = ["a", "b", "c", "d", "e"];

    private static readonly Gen<Applicant> Someone = Gen.Shuffle(Workshops).Select(Gen.Int[0, 4], (order, wishes) => new Applicant([.. order.Take(wishes)]));

    private static readonly Gen<(Applicant[] People, int[] Seats)> AnyDay = Gen.Select(Someone.Array[0, 25], Gen.Int[0, 6].Array[Workshops.Length], (people, seats) => (people, seats));

    [Fact]
    public void As_many_wishes_are_met_as_the_exact_solver_can_meet() => AnyDay.Sample(day =>
    {
        var places = SeatAssignment.Solve(day.People, Limits(day.Seats));

        (Seated(places), Ranks(day.People, places)).Should().Be(Exact(day.People, day.Seats));
    }, iter: 150, threads: 1);

    [Fact]
    public void Nobody_sits_outside_their_wishes_and_no_workshop_is_overfull() => AnyDay.Sample(day =>
    {
        var places = SeatAssignment.Solve(day.People, Limits(day.Seats));

        places.Zip(day.People).Where(each => each.First is not null && !each.Second.Wishes.Contains(each.First)).Should().BeEmpty();
        Workshops.Select((key, index) => (key, index)).Should().OnlyContain(each => places.Count(place => place == each.key) <= day.Seats[each.index]);
    }, iter: 500);

    [Fact]
    public void When_too_many_wish_the_latest_registration_waits() =>
        SeatAssignment.Solve([new(["a", "b"]), new(["a", "b"]), new(["a"])], new Dictionary<string, int> { ["a"] = 1, ["b"] = 1 })
            .Should().Equal("a", "b", null);

    [Fact]
    public void The_earlier_of_two_equals_gets_the_first_wish() =>
        SeatAssignment.Solve([new(["a", "b"]), new(["a", "b"])], new Dictionary<string, int> { ["a"] = 1, ["b"] = 1 })
            .Should().Equal("a", "b");

    [Fact]
    public void A_workshop_without_a_limit_takes_everyone() =>
        SeatAssignment.Solve([.. Enumerable.Repeat(new Applicant(["a"]), 40)], new Dictionary<string, int>()).Should().OnlyContain(place => place == "a");

    private static Dictionary<string, int> Limits(int[] seats) => Workshops.Zip(seats).ToDictionary(each => each.First, each => each.Second);

    private static int Seated(IReadOnlyList<string?> places) => places.Count(place => place is not null);

    private static int Ranks(IReadOnlyList<Applicant> people, IReadOnlyList<string?> places) =>
        people.Zip(places).Sum(each => each.Second is null ? 0 : each.First.Wishes.ToList().IndexOf(each.Second));

    private static (int Seated, int Ranks) Exact(Applicant[] people, int[] seats)
    {
        var model = new CpModel();
        var choices = people.Select(person => person.Wishes.Select(wish => (wish, chosen: model.NewBoolVar(""))).ToList()).ToList();
        foreach (var person in choices.Where(person => person.Count > 0))
        {
            model.Add(LinearExpr.Sum(person.Select(choice => choice.chosen)) <= 1);
        }

        for (var workshop = 0; workshop < Workshops.Length; workshop++)
        {
            var key = Workshops[workshop];
            model.Add(LinearExpr.Sum(choices.SelectMany(person => person.Where(choice => choice.wish == key)).Select(choice => choice.chosen)) <= seats[workshop]);
        }

        var all = choices.SelectMany(person => person.Select((choice, rank) => (choice.chosen, rank))).ToList();
        model.Minimize(LinearExpr.WeightedSum(all.Select(each => each.chosen), all.Select(each => each.rank - 1000L)));
        var solver = new CpSolver { StringParameters = "num_workers:1" };
        solver.Solve(model).Should().Be(CpSolverStatus.Optimal);
        var met = all.Where(each => solver.BooleanValue(each.chosen)).ToList();
        return (met.Count, met.Sum(each => each.rank));
    }
}
