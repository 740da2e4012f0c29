namespace Seminar.People.Groups.Composition;

/// <summary>
/// Swaps two people of different groups while that helps; then shakes and tries again, a fixed number of times: the same seed
/// gives the same groups on any machine. Stops at once when nothing better can exist.
/// </summary>
internal sealed class LocalSearch
{
    private const int Shaken = 3;

    private readonly SeatingPlan _plan;
    private readonly int[][] _groups;
    private readonly IReadOnlyList<int> _locked;
    private readonly Random _random;
    private readonly long[] _weights;
    private readonly long _bound;

    public LocalSearch(SeatingPlan plan, int[][] groups, IReadOnlyList<int> locked, Random random)
    {
        _plan = plan;
        _groups = groups;
        _locked = locked;
        _random = random;
        _weights = [.. groups.Select(group => plan.Score(group).Weight)];
        _bound = groups.Length == 0 ? 0 : plan.Bound(groups.Length).Weight;
    }

    private long Weight => _weights.Sum();

    public void Run()
    {
        if (_groups.Length < 2)
        {
            return;
        }

        Descend();
        var (best, kept) = (Weight, Copy());
        // The larger the room, the dearer a descent and the fewer of them.
        var shakes = Math.Clamp(2_000_000 / (_plan.People.Count * _plan.People.Count), 6, 300);
        for (var shake = 0; shake < shakes && best > _bound; shake++)
        {
            Shake();
            Descend();
            if (Weight <= best)
            {
                (best, kept) = (Weight, Copy());
            }
            else
            {
                Restore(kept);
            }
        }

        Restore(kept);
    }

    private void Descend()
    {
        for (var improved = true; improved && Weight > _bound;)
        {
            improved = false;
            for (var one = 0; one < _groups.Length; one++)
            {
                // A group that nothing disturbs has nothing to gain from a swap with another such group.
                for (var other = 0; other < one; other++)
                {
                    improved |= (_weights[one] > 0 || _weights[other] > 0) && ImprovePair(one, other);
                }
            }
        }
    }

    private bool ImprovePair(int one, int other)
    {
        var improved = false;
        for (var i = 0; i < _groups[one].Length; i++)
        {
            for (var j = 0; j < _groups[other].Length; j++)
            {
                improved |= TrySwap(one, i, other, j);
            }
        }

        return improved;
    }

    private bool TrySwap(int one, int i, int other, int j)
    {
        if (_locked[_groups[one][i]] >= 0 || _locked[_groups[other][j]] >= 0)
        {
            return false;
        }

        Swap(one, i, other, j);
        var (first, second) = (_plan.Score(_groups[one]).Weight, _plan.Score(_groups[other]).Weight);
        if (first + second < _weights[one] + _weights[other])
        {
            (_weights[one], _weights[other]) = (first, second);
            return true;
        }

        Swap(one, i, other, j);
        return false;
    }

    private void Shake()
    {
        for (var swap = 0; swap < Shaken; swap++)
        {
            var one = Disturbed();
            var other = (one + 1 + _random.Next(_groups.Length - 1)) % _groups.Length;
            var (i, j) = (_random.Next(_groups[one].Length), _random.Next(_groups[other].Length));
            if (_locked[_groups[one][i]] < 0 && _locked[_groups[other][j]] < 0)
            {
                Swap(one, i, other, j);
                _weights[one] = _plan.Score(_groups[one]).Weight;
                _weights[other] = _plan.Score(_groups[other]).Weight;
            }
        }
    }

    private int Disturbed()
    {
        var start = _random.Next(_groups.Length);
        for (var step = 0; step < _groups.Length; step++)
        {
            var group = (start + step) % _groups.Length;
            if (_weights[group] > 0)
            {
                return group;
            }
        }

        return start;
    }

    private void Swap(int one, int i, int other, int j) =>
        (_groups[one][i], _groups[other][j]) = (_groups[other][j], _groups[one][i]);

    private int[][] Copy() => [.. _groups.Select(group => group.ToArray())];

    private void Restore(int[][] kept)
    {
        for (var group = 0; group < kept.Length; group++)
        {
            kept[group].CopyTo(_groups[group], 0);
            _weights[group] = _plan.Score(_groups[group]).Weight;
        }
    }
}
