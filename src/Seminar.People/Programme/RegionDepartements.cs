using Seminar.Contracts.Reference;
using Seminar.Ui;

namespace Seminar.People.Programme;

/// <summary>The départements of the seminar's region, by code; of no known region, all of France.</summary>
internal sealed class RegionDepartements(ISite site)
{
    public IReadOnlyDictionary<string, string> Read()
    {
        var departements = Departements.Of(site.Region);
        return departements.Count > 0 ? departements : Departements.All.ToDictionary(each => each.Code, each => each.Name);
    }
}
