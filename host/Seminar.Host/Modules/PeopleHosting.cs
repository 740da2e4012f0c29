using Seminar.Host.Data;
using Seminar.People;
using Seminar.People.Features.Privacy;
using Seminar.Storage;

namespace Seminar.Host.Modules;

/// <summary>The people module: everyone who takes part.</summary>
internal sealed class PeopleHosting(Kernel kernel, DataFolder data, ErasedPeople erased, ModuleEndpoints endpoints) : SharedModule(
    Open(data, erased), kernel, endpoints, Key, PeopleModule.Assembly, services => PeopleModule.Register(services, erased), PeopleModule.Map)
{
    public const string Key = "people";

    /// <summary>Opens the database, in which nobody stands who was erased: it may have been put back by hand.</summary>
    private static ModuleDatabase Open(DataFolder data, ErasedPeople erased)
    {
        var database = HouseDatabase.Open(data, Key, data.PeopleDatabase, PeopleModule.Migrations);
        if (database.WriteAsync(erased.EraseAgain, CancellationToken.None).GetAwaiter().GetResult() > 0)
        {
            database.ScrubAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        return database;
    }
}
