// Prints a resource of a data package as lines of JSON: node read.js datapackage.json name
const path = require('path')
const { Package } = require('datapackage')
const { Table } = require('tableschema')

async function read(descriptor, name) {
  const data = await Package.load(descriptor)
  if (!data.valid) {
    throw data.errors[0]
  }
  const resource = data.getResource(name)
  // as resource.read() does, which cannot be told to leave blanks alone
  const file = path.join(path.dirname(descriptor), resource.descriptor.path)
  const { schema, dialect } = resource.descriptor
  const table = await Table.load(file, { schema, delimiter: dialect.delimiter, ltrim: false })
  const records = await table.read()
  for (const cells of [table.headers, ...records]) {
    console.log(JSON.stringify(cells))
  }
}

if (process.argv[2] === '--version') {
  console.log(require('datapackage/package.json').version)
} else {
  read(process.argv[2], process.argv[3]).catch((error) => {
    console.error(error.message, (error.errors || []).map((e) => e.message))
    process.exit(1)
  })
}
