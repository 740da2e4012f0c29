using Seminar.Host.Data;
using Seminar.People;
using Seminar.Storage;

namespace Seminar.Host.Modules;

/// <summary>The people module: everyone who takes part.</summary>
internal sealed class PeopleHosting(Kernel kernel, DataFolder data, ModuleEndpoints endpoints) : SharedModule(
    ModuleDatabase.Open(data.PeopleDatabase, data.BackupsOf(Key), PeopleModule.Migrations), kernel, endpoints, Key,
    PeopleModule.Assembly, PeopleModule.Register, PeopleModule.Map)
{
    public const string Key = "people";
}
