using Google.OrTools.Sat;
using Seminar.Contracts.Workshops;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Tests.Groups;

/// <summary>The same problem put to an exact solver, criterion after criterion.</summary>
internal static class ExactGroups
{
    private const double SecondsACriterion = 20;

    /// <summary>
    /// What no groups can be better than on the first three criteria. Where the solver runs out of time its proven bound
    /// counts, which is at most the optimum: to be equal to it is harder.
    /// </summary>
    public static (long Families, long Organisations, long Departements) Best(IReadOnlyList<Attendee> people)
    {
        var problem = new Problem(people);
        var families = problem.Minimise(problem.Families);
        problem.Model.Add(problem.Families == families);
        var organisations = problem.Minimise(problem.Organisations);
        problem.Model.Add(problem.Organisations == organisations);
        return (families, organisations, problem.Minimise(problem.Departements));
    }

    private sealed class Problem
    {
        private readonly List<(Attendee Kind, int People)> _kinds;
        private readonly IReadOnlyList<int> _sizes;
        private readonly IntVar[,] _seats;

        public Problem(IReadOnlyList<Attendee> people)
        {
            // People of one kind are interchangeable.
            _kinds = [.. people.GroupBy(person => (person.Family, person.Organisation, person.Departement)).Select(kind => (kind.First(), kind.Count()))];
            _sizes = GroupSizes.For(people.Count);
            _seats = new IntVar[_kinds.Count, _sizes.Count];
            for (var kind = 0; kind < _kinds.Count; kind++)
            {
                for (var group = 0; group < _sizes.Count; group++)
                {
                    _seats[kind, group] = Model.NewIntVar(0, Math.Min(_kinds[kind].People, _sizes[group]), "");
                }

                Model.Add(LinearExpr.Sum(Enumerable.Range(0, _sizes.Count).Select(group => _seats[kind, group])) == _kinds[kind].People);
            }

            for (var group = 0; group < _sizes.Count; group++)
            {
                Model.Add(LinearExpr.Sum(Enumerable.Range(0, _kinds.Count).Select(kind => _seats[kind, group])) == _sizes[group]);
            }

            Families = LinearExpr.Sum([Without(Family.MissionLocale), Without(Family.Partner)]);
            Organisations = PairsOf(kind => kind.Organisation);
            Departements = PairsOf(kind => kind.Departement ?? "");
        }

        public CpModel Model { get; } = new();

        public LinearExpr Families { get; }

        public LinearExpr Organisations { get; }

        public LinearExpr Departements { get; }

        public long Minimise(LinearExpr expression)
        {
            Model.Minimize(expression);
            var solver = new CpSolver { StringParameters = $"max_time_in_seconds:{SecondsACriterion} num_workers:2" };
            solver.Solve(Model).Should().BeOneOf(CpSolverStatus.Optimal, CpSolverStatus.Feasible);
            return (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6);
        }

        private LinearExpr Without(Family family) => LinearExpr.Sum(Enumerable.Range(0, _sizes.Count).Select(group =>
        {
            var lacks = Model.NewBoolVar("");
            Model.Add(Load(group, kind => kind.Family == family) + lacks >= 1);
            return lacks;
        }));

        private LinearExpr PairsOf(Func<Attendee, string> property) => LinearExpr.Sum(
            _kinds.Select(kind => property(kind.Kind)).Where(value => value.Length > 0).Distinct()
                .SelectMany(value => Enumerable.Range(0, _sizes.Count).Select(group => Pairs(group, kind => property(kind) == value))));

        /// <summary>load × (load − 1) / 2 is convex: its tangents say it exactly on whole numbers.</summary>
        private IntVar Pairs(int group, Func<Attendee, bool> counts)
        {
            var pairs = Model.NewIntVar(0, 10, "");
            var load = Load(group, counts);
            for (var tangent = 1; tangent < GroupSizes.Largest; tangent++)
            {
                Model.Add(pairs >= (tangent * load) - (tangent * (tangent + 1) / 2));
            }

            return pairs;
        }

        private LinearExpr Load(int group, Func<Attendee, bool> counts) =>
            LinearExpr.Sum(Enumerable.Range(0, _kinds.Count).Where(kind => counts(_kinds[kind].Kind)).Select(kind => _seats[kind, group]));
    }
}
