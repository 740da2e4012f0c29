using Seminar.Host.Data;
using Seminar.Synthesis;

namespace Seminar.Host.Modules;

/// <summary>The synthesis module: the seminar as a whole.</summary>
internal sealed class SeminarModule(Kernel kernel, DataFolder data, ModuleEndpoints endpoints) : SharedModule(
    HouseDatabase.Open(data, Key, data.SeminarDatabase, SynthesisModule.Migrations), kernel, endpoints, Key,
    SynthesisModule.Assembly, SynthesisModule.Register, SynthesisModule.Map)
{
    public const string Key = "seminar";
}
