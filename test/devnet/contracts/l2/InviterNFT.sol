// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts-upgradeable/token/ERC721/ERC721Upgradeable.sol";
import "./Base.sol";
import "./SeMetis.sol";

/// One soulbound token for each account that held one eMetis, staked or not, when it asked.
contract InviterNFT is ERC721Upgradeable, Base {
    uint256 private _nextTokenId;
    mapping(address => uint256) public ownerTokenId;

    function initialize(address config_) external initializer {
        __Base_init(config_);
        __ERC721_init("ENKI Inviter NFT", "INVITER");
    }

    function mint() external {
        require(balanceOf(msg.sender) == 0, "InviterNFT: already minted");
        SeMetis vault = SeMetis(payable(config.seMetis()));
        uint256 staked = (vault.balanceOf(msg.sender) * vault.totalAssets()) / vault.totalSupply();
        uint256 plain = IERC20(config.eMetis()).balanceOf(msg.sender);
        require(plain + staked >= 1e18, "InviterNFT: insufficient eMetis/seMetis");
        uint256 tokenId = _nextTokenId++;
        ownerTokenId[msg.sender] = tokenId;
        _mint(msg.sender, tokenId);
    }

    function _beforeTokenTransfer(address from, address, uint256, uint256) internal pure override {
        require(from == address(0), "InviterNFT: transfer not allowed");
    }
}
