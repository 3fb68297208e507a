import sys
import zipfile

FILES = {
    "package.json": '{"name": "ecommerce-app-marker", "scripts": {"build": "next build", "start": "next start"}}\n',
    "ecosystem.config.js": "module.exports = { apps: [{ name: 'ecommerce-app', script: 'npm', args: 'start' }] };\n",
    "server.js": "// the server\n",
    ".env.example": "AURORA_SECRET_ARN=\n",
    "src/app/page.tsx": "// the page\n",
}
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    for path, text in FILES.items():
        archive.writestr("ecommerce-app-v1/" + path, text)
    archive.writestr("__MACOSX/ecommerce-app-v1/._package.json", "x")
